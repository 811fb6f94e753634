package org.tickler.engine.docket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tickler.engine.store.KeptReceipt;

/**
 * Keeps the files of receipts in the home's {@code receipts} folder, each under its SHA-256, for the daemon's user alone. What
 * is there is never written over. Safe for many threads and processes.
 */
public final class Receipts {
    /** The most bytes of one file. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;

    private final Path folder;

    /** @param folder made with the first receipt */
    public Receipts(Path folder) {
        this.folder = folder;
    }

    /**
     * What keeping these bytes would come to; writes nothing.
     *
     * @param name as the file was called where it came from; folders and control characters are left out
     * @throws ActRefused if there are none, or more than {@link #MOST_BYTES}
     */
    public static KeptReceipt of(byte[] bytes, String name) {
        if (bytes.length == 0) {
            throw new ActRefused("the receipt \"" + plain(name) + "\" is empty; give the file that the court sent");
        }
        if (bytes.length > MOST_BYTES) {
            throw tooLarge(name);
        }
        return new KeptReceipt(hash(bytes), plain(name), bytes.length);
    }

    /** That a file is too large to be kept. */
    public static ActRefused tooLarge(String name) {
        return new ActRefused("the receipt \"" + plain(name) + "\" has more than " + MOST_BYTES / (1024 * 1024)
                + " MB; give its first page, or its number as a text");
    }

    /**
     * Keeps these bytes, on disk when this returns. The same bytes again are the same file.
     *
     * @throws ActRefused as {@link #of}
     */
    public KeptReceipt keep(byte[] bytes, String name) throws IOException {
        KeptReceipt kept = of(bytes, name);
        makeFolder();
        Path target = folder.resolve(kept.sha256());
        if (Files.exists(target)) {
            return kept;
        }
        Path written = Files.createTempFile(
                folder,
                ".coming-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            move(written, target);
        } finally {
            Files.deleteIfExists(written);
        }
        return kept;
    }

    private static void move(Path written, Path target) throws IOException {
        try {
            Files.move(written, target);
        } catch (FileAlreadyExistsException theSameBytes) {
            // another process kept them a moment ago
        }
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String printable = last.codePoints()
                .filter(one -> !Character.isISOControl(one))
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String bounded = printable.substring(0, Math.min(printable.length(), LONGEST_NAME));
        return bounded.isBlank() ? "receipt" : bounded;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
