package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemsPageTest {
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9-]+)` \\| .*[.!?] \\| .*[.] \\|");

    /** Tests run in the module's folder, or in the one around it. */
    private static Path page() {
        Path here = Path.of("docs/PROBLEMS.md");
        return Files.exists(here) ? here : Path.of("../docs/PROBLEMS.md");
    }

    @Test
    void explainsEveryProblemWithARemedy() throws IOException {
        List<String> explained = Files.readAllLines(page()).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();

        assertThat(explained).containsExactlyInAnyOrderElementsOf(ProblemCodes.all());
    }
}
