package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a running server wrote about itself into its cluster, or what a killed one left there.
///
/// @param pid the server's process id, as long as no other process was given the same number
/// @param port where it listens; empty while the file is being written
record PostmasterFile(long pid, OptionalInt port) {

    private static final String NAME = "postmaster.pid";
    private static final int PORT_LINE = 3;
    /// Higher than any process id that Linux gives.
    private static final String NOBODY = "4999999";

    /// The file in a cluster, if there is one and its first line is written.
    static Optional<PostmasterFile> in(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve(NAME), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !isNumber(lines.getFirst())) {
            return Optional.empty();
        }
        boolean hasPort = lines.size() > PORT_LINE && isNumber(lines.get(PORT_LINE));
        return Optional.of(new PostmasterFile(
                Long.parseLong(lines.getFirst().strip()),
                hasPort ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip())) : OptionalInt.empty()));
    }

    /// Whose process the number is today.
    Holder holder(Path cluster) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return Holder.NOBODY;
        }
        return PostmasterProcess.serves(process.get(), cluster) ? Holder.OUR_SERVER : Holder.STRANGER;
    }

    /// Makes PostgreSQL see that the number is not its own any more. The rest of the file stays, since by it
    /// PostgreSQL makes sure that no orphan of the old server still writes; it then removes the file itself.
    static void disown(Path cluster) throws IOException {
        Path file = cluster.resolve(NAME);
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        lines.set(0, NOBODY);
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static boolean isNumber(String line) {
        return line.strip().matches("[0-9]{1,9}");
    }

    /// Whose process a number is.
    enum Holder {
        OUR_SERVER,
        NOBODY,
        STRANGER
    }
}
