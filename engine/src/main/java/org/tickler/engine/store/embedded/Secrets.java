package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.tickler.engine.store.Credentials;
import org.tickler.engine.store.StoreUnavailable;

/// The passwords of the embedded database's roles: random, one file each, readable by the owner of the home alone.
final class Secrets {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final ServerAccount account;

    Secrets(DataFolder data, ServerAccount account) {
        this.folder = data.secrets();
        this.account = account;
    }

    /// Makes a password for each role that has none.
    ///
    /// @return whether any was made
    boolean ensure(Iterable<String> roles) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            account.giveIfHomeIsTheirs(folder);
        }
        boolean made = false;
        for (String role : roles) {
            if (!has(role)) {
                Durable.write(folder.resolve(role), random() + "\n");
                account.giveIfHomeIsTheirs(folder.resolve(role));
                made = true;
            }
        }
        return made;
    }

    boolean has(String role) {
        return Files.exists(folder.resolve(role));
    }

    Credentials of(String role) throws IOException {
        Path file = folder.resolve(role);
        String password = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (password.isEmpty()) {
            throw new StoreUnavailable(
                    "the password of the database role \"" + role + "\" in " + file + " is empty",
                    "Restore " + folder + " from a backup of the home");
        }
        return new Credentials(role, password);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
