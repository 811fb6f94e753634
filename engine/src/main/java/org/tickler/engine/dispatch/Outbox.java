package org.tickler.engine.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.tickler.engine.store.SheetRow;
import org.tickler.rules.firm.Channel;

/** The folder in which messages are laid while their channel is not set up, each marked as not sent. */
public final class Outbox {
    private static final String MARK = "NOT SENT";

    private final Path folder;

    /** @param folder made when the first message is laid in it */
    public Outbox(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a letter as a file of its own, an {@code .eml} that mail programs open or a {@code .txt}, and beside it what is
     * attached; the same letter again overwrites it. Answer links are whole, so that who reads the folder can try them; only this user reads the files.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public Path lay(Letter letter) {
        boolean mail = letter.channel() == Channel.EMAIL;
        Path file = folder.resolve(letter.messageId() + (mail ? ".eml" : ".txt"));
        try {
            Files.createDirectories(folder);
            write(file, (mail ? eml(letter) : text(letter)).getBytes(StandardCharsets.UTF_8));
            for (SheetRow.Paper paper : letter.words().papers()) {
                write(folder.resolve(letter.messageId() + "-" + paper.name()), paper.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return file;
    }

    /** For this user's eyes alone: it tells of clients, and whoever has an answer link may answer. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        var onlyMine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, onlyMine);
        Files.write(file, bytes);
    }

    private static String eml(Letter letter) {
        return String.format(
                Locale.ROOT,
                """
                X-Tickler-Status: %s
                To: %s
                Subject: [%s] %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                %s
                """,
                MARK,
                header(letter.address()),
                MARK,
                header(letter.words().subject()),
                letter.words().text());
    }

    private static String text(Letter letter) {
        return MARK + "\nTo: " + header(letter.address()) + "\n\n"
                + letter.words().text() + "\n";
    }

    private static String header(String value) {
        return value.replaceAll("\\p{Cntrl}", " ");
    }
}
