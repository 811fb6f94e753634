package org.tickler.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HabitsTest {

    private static final Pattern SLEEPS_OR_IS_OFF =
            Pattern.compile("Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(|@(Disabled)\\b");
    private static final Pattern LEFT_OPEN = Pattern.compile("\\b(TO[D]O|FIX[M]E)\\b");

    @Test
    void noTestSleepsOrIsSwitchedOff() throws IOException {
        assertThat(linesWith(SLEEPS_OR_IS_OFF, Sources.tests()))
                .as("a test moves the clock or waits for what it wants to see; a test that is off proves nothing")
                .isEmpty();
    }

    @Test
    void nothingIsLeftOpenInTheCode() throws IOException {
        var all = new ArrayList<>(Sources.main());
        all.addAll(Sources.tests());
        assertThat(linesWith(LEFT_OPEN, all))
                .as("what is open belongs in an issue, where somebody looks")
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItDoes() throws IOException {
        var silent = new ArrayList<Path>();
        for (var file : Sources.main()) {
            if (file.endsWith("package-info.java") && !Files.readString(file).matches("(?s)(/\\*\\*|///).*")) {
                silent.add(file);
            }
        }
        assertThat(silent)
                .as("package-info files without a sentence on what the package does and which step it is")
                .isEmpty();
    }

    private static List<String> linesWith(Pattern habit, List<Path> files) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files) {
            var lines = Files.readAllLines(file);
            for (int at = 0; at < lines.size(); at++) {
                if (habit.matcher(lines.get(at)).find()) {
                    found.add("%s:%d: %s".formatted(file, at + 1, lines.get(at).strip()));
                }
            }
        }
        return found;
    }
}
