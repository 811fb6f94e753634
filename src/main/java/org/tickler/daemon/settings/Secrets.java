package org.tickler.daemon.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Fields;

/** Reads where secrets are kept: {@code password-file: PATH}, or a variable such as TICKLER_MAIL_PASSWORD. */
final class Secrets {
    private final Path home;
    private final Map<String, String> environment;

    /** @param home relative paths start there */
    Secrets(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    /** The secret {@code name} of {@code section}; recorded as missing where neither file nor variable is named. */
    Optional<Secret> required(Fields fields, String section, String name) {
        Optional<Secret> found = find(fields, section, name);
        if (found.isEmpty() && fields.node(name + "-file").isEmpty()) {
            fields.error(
                    fields.at(),
                    SettingsProblem.MISSING_SECRET,
                    section + " needs its " + name + ": add \"" + name + "-file: PATH\", or set the variable "
                            + variable(section, name));
        }
        return found;
    }

    /** As {@link #required}, where it may be missing. The variable stands above the file. */
    Optional<Secret> find(Fields fields, String section, String name) {
        refusePlain(fields, section, name);
        Optional<String> file = fields.findText(name + "-file");
        String variable = variable(section, name);
        String value = environment.get(variable);
        if (value != null && !value.isBlank()) {
            return Optional.of(new Secret.InEnvironment(variable, value));
        }
        return file.flatMap(text -> inFile(fields, name + "-file", text));
    }

    private static String variable(String section, String name) {
        return Overrides.variable(section + "." + name);
    }

    private static void refusePlain(Fields fields, String section, String name) {
        if (fields.has(name)) {
            fields.error(
                    name,
                    SettingsProblem.SECRET_IN_FILE,
                    name + ": a secret does not belong in this file; put it alone into a file that only the daemon can"
                            + " read, write \"" + name + "-file: PATH\" here, and change the secret, since this file"
                            + " may have been read; or set the variable " + variable(section, name));
        }
    }

    private Optional<Secret> inFile(Fields fields, String key, String text) {
        Path file = home.resolve(text);
        Secret.InFile secret = new Secret.InFile(file);
        try {
            if (secret.get().isEmpty()) {
                fields.error(
                        key,
                        SettingsProblem.UNREADABLE_SECRET,
                        key + ": " + file + " is empty; its first line is the secret");
                return Optional.empty();
            }
            warnIfOpen(fields, key, file);
            return Optional.of(secret);
        } catch (UncheckedIOException | IOException e) {
            String why = Files.exists(file) ? "cannot be read by this user" : "is not there";
            fields.error(
                    key,
                    SettingsProblem.UNREADABLE_SECRET,
                    key + ": " + file + " " + why + "; put the secret there and let this user read it");
            return Optional.empty();
        }
    }

    private static void warnIfOpen(Fields fields, String key, Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            fields.warning(
                    key,
                    SettingsProblem.OPEN_SECRET,
                    key + ": everybody on this machine can read " + file + "; chmod 600 it");
        }
    }
}
