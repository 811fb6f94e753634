package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A user of this machine, by number.
record Account(int uid, int gid) {

    private static final Path USERS = Path.of("/etc/passwd");
    private static final int UID = 2;
    private static final int GID = 3;

    /// The user of a name, if this machine has one.
    static Optional<Account> named(String name) {
        try {
            return Files.readAllLines(USERS, StandardCharsets.UTF_8).stream()
                    .map(line -> List.of(line.split(":", -1)))
                    .filter(fields -> fields.size() > GID && fields.getFirst().equals(name))
                    .map(fields -> new Account(Integer.parseInt(fields.get(UID)), Integer.parseInt(fields.get(GID))))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whose a file or folder is.
    static Account owning(Path path) {
        try {
            return new Account(uidOf(path), (int) Files.getAttribute(path, "unix:gid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether this machine has a name for the owner of a path. `initdb` wants one, and in a container the owner of a
    /// folder from outside has none: then the number stands for it.
    static boolean hasNamedOwner(Path path) throws IOException {
        return !Files.getOwner(path).getName().equals(Integer.toString(uidOf(path)));
    }

    static int uidOf(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    /// Whether the permission bits let this user through a folder.
    boolean mayPass(Path folder) {
        try {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(folder);
            Account owner = owning(folder);
            if (owner.uid == uid) {
                return allowed.contains(PosixFilePermission.OWNER_EXECUTE);
            }
            return allowed.contains(
                    owner.gid == gid ? PosixFilePermission.GROUP_EXECUTE : PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What stands before a command so that root runs it as this user, without any way back.
    List<String> stepDown() {
        return List.of(
                "setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--inh-caps=-all", "--no-new-privs");
    }
}
