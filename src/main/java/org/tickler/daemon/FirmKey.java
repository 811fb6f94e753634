package org.tickler.daemon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** The firm's key, with which answer links are sealed. Processes that share a database need the same file. */
final class FirmKey {
    private static final int BYTES = 32;

    private FirmKey() {}

    /** The key kept in {@code folder}, made there at first; only this user can read it. */
    static byte[] in(Path folder) {
        Path file = folder.resolve("firm.key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the firm's key " + file + " cannot be read or made", e);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var onlyMine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path fresh = file.resolveSibling("firm.key." + ProcessHandle.current().pid());
        Files.newByteChannel(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyMine)
                .close();
        Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n");
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            // Another process was quicker; its key holds.
        } finally {
            Files.delete(fresh);
        }
    }
}
