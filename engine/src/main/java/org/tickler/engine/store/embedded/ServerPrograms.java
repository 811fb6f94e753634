package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tickler.engine.store.StoreUnavailable;

/// PostgreSQL's own programs, run under the server's account with an empty environment, so that neither our secrets
/// nor a `PG…` variable of the shell reaches the server.
///
/// @param root where the programs were unpacked
record ServerPrograms(Path root, ServerAccount account) {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    /// Makes a cluster in an empty folder, whose superuser has the password in a file.
    Ran makeCluster(Path cluster, String superuser, Path passwordFile, boolean durable) throws IOException {
        return run(List.of(
                program("initdb"),
                "--pgdata=" + cluster,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--locale=C",
                "--encoding=UTF8",
                durable ? "--data-checksums" : "--no-sync"));
    }

    /// Starts the server in a session of its own, and waits until it answers or gives up.
    Ran start(Path cluster, Path log) throws IOException {
        return run(List.of(
                program("pg_ctl"),
                "start",
                "--pgdata=" + cluster,
                "--log=" + log,
                "--wait",
                "--timeout=" + START.toSeconds()));
    }

    /// Stops the server: work in progress is rolled back, and what was committed is on disk.
    Ran stop(Path cluster) throws IOException {
        Ran fast = run(List.of(
                program("pg_ctl"),
                "stop",
                "--pgdata=" + cluster,
                "--mode=fast",
                "--wait",
                "--timeout=" + STOP.toSeconds()));
        return fast.succeeded()
                ? fast
                : run(List.of(program("pg_ctl"), "stop", "--pgdata=" + cluster, "--mode=immediate"));
    }

    private String program(String name) {
        return root.resolve("bin").resolve(name).toString();
    }

    private Ran run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(account.running(command)).redirectErrorStream(true);
        String path = System.getenv().getOrDefault("PATH", "");
        builder.environment().clear();
        builder.environment().put("PATH", path + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LC_ALL", "C");
        builder.directory(Path.of("/").toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Ran(-1, output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while " + command.getFirst() + " ran", "Try again", e);
        }
        return new Ran(process.exitValue(), output.strip());
    }

    /// How a program ended and what it said.
    record Ran(int exit, String output) {

        boolean succeeded() {
            return exit == 0;
        }
    }
}
