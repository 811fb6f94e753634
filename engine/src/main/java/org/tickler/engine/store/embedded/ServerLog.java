package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// What the server says. It appends to one file, which is cut when it has grown long; the part cut off is kept once.
///
/// @param file the log
record ServerLog(Path file) {

    private static final long LONGEST = 8L << 20;
    private static final int LINES_SHOWN = 12;

    /// Makes sure that the server can append.
    void prepare(ServerAccount account) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            cutIfLong();
        }
        account.give(file);
    }

    /// Cuts a log that grew long; the server may be writing, and goes on at the beginning.
    void cutIfLong() throws IOException {
        if (Files.exists(file) && Files.size(file) > LONGEST) {
            Files.copy(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    /// How long the log is, as a place to read on from.
    long end() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /// The last lines written after a place.
    String since(long place) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(Math.min(place, channel.size()));
            String text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        }
    }
}
