package org.tickler.daemon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An overlay of Judge Doe on the federal rules, as a file. */
final class TrialOverlay {
    private static final String TEXT = """
            overlay: judge-doe
            title: Practices of Judge Doe
            version: 2026-11-26
            over: us-frcp
            courts: us-nysd
            judge: Doe
            rules:
              replaces: answer
              title: Answer
              kind: filing
              duty: served-party
              trigger: complaint-served
              due: 30 days after
              authority: {cite: Doe Pract. 2}
              unchecked: a sample
              examples:
                - {on: 2026-03-06, due: 2026-04-06, source: by hand}
            """;

    private TrialOverlay() {}

    static Path in(Path folder) throws IOException {
        return Files.writeString(folder.resolve("judge-doe.yaml"), TEXT);
    }

    /** The same with one slip. */
    static Path in(Path folder, String right, String wrong) throws IOException {
        return Files.writeString(folder.resolve("judge-doe.yaml"), TEXT.replace(right, wrong));
    }
}
