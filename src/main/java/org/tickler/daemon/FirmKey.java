package org.tickler.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The firm's key, with which answer links are sealed. Processes that share a database need the same file. */
final class FirmKey {
    private static final Logger LOG = LoggerFactory.getLogger(FirmKey.class);
    private static final int BYTES = 32;

    private FirmKey() {}

    /**
     * The key kept in {@code folder}, made there at first; only the user whose folder it is can read it.
     *
     * @throws Complaint if it cannot be read or made, or is damaged
     */
    static byte[] in(Path folder) {
        Path file = folder.resolve("firm.key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (!text.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
                throw Complaint.unavailable("the firm's key " + file + " is damaged: expected " + 2 * BYTES
                        + " hexadecimal digits; restore it from a backup of the home, or move it away to have a new"
                        + " one made, with which the answer links in messages already sent lead nowhere");
            }
            return HexFormat.of().parseHex(text);
        } catch (IOException e) {
            throw Complaint.unavailable(
                    "the firm's key " + file + " cannot be read or made (" + e
                            + "); run Tickler as the user whose home this is, or give that file to this user",
                    e);
        }
    }

    private static void make(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var onlyMine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path fresh = file.resolveSibling("firm.key." + ProcessHandle.current().pid());
        Files.deleteIfExists(fresh);
        try (var channel = Files.newByteChannel(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyMine)) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(key) + "\n"));
        }
        giveToOwnerOf(folder, fresh);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException another) {
            LOG.debug("another process made the firm's key at the same moment; its key holds");
        } finally {
            Files.delete(fresh);
        }
    }

    /** Where root works in an ordinary user's home, that user must be able to carry on alone. */
    private static void giveToOwnerOf(Path folder, Path file) throws IOException {
        var owner = Files.getOwner(folder);
        if (!owner.equals(Files.getOwner(file))) {
            try {
                Files.setOwner(file, owner);
            } catch (FileSystemException e) {
                LOG.debug("only root may give a file away; it stays this user's", e);
            }
        }
    }
}
