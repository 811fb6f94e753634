package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tells a server of ours from a process that was given the same number after it died.
final class PostmasterProcess {

    private PostmasterProcess() {}

    /// Whether a process is the server of a cluster: it works in that folder, or its command line names it. The first
    /// cannot be seen of another account's process without a privilege, the second changes when the home is moved.
    static boolean serves(ProcessHandle process, Path cluster) {
        Path about = Path.of("/proc", Long.toString(process.pid()));
        if (!Files.isDirectory(about)) {
            return process.info()
                    .command()
                    .map(Path::of)
                    .filter(PostmasterProcess::isPostgres)
                    .isPresent();
        }
        return worksIn(about, cluster) || wasStartedFor(about, cluster);
    }

    static boolean worksIn(Path about, Path cluster) {
        try {
            return Files.isSameFile(about.resolve("cwd"), cluster);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean wasStartedFor(Path about, Path cluster) {
        try {
            String line = Files.readString(about.resolve("cmdline"), StandardCharsets.UTF_8);
            List<String> arguments = List.of(line.split("\0"));
            return isPostgres(Path.of(arguments.getFirst())) && arguments.contains(cluster.toString());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isPostgres(Path command) {
        return command.endsWith("postgres");
    }
}
