package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A command of this machine, run to its end.
final class Shell {

    private Shell() {}

    /// What it printed.
    static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + printed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return printed;
    }
}
