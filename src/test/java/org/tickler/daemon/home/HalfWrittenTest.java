package org.tickler.daemon.home;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.calendars.text.Problems;

/** A file may be read while an editor or a copy is in the middle of writing it. */
class HalfWrittenTest {
    private static final List<String> FILES =
            List.of("tickler.yaml", "people.yaml", "matters.yaml", "rules/reminders.yaml", "calendars/firm.yaml");
    private static final int STEP = 97;

    @TempDir
    Path home;

    @BeforeEach
    void writeTheSampleHome() throws IOException {
        for (String file : FILES) {
            Path target = home.resolve(file);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, sample(file));
        }
    }

    private static String sample(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(HalfWrittenTest.class.getResourceAsStream("/home/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tickler.yaml", "people.yaml", "matters.yaml", "rules/reminders.yaml", "calendars/firm.yaml"})
    void isRefusedOrTakenButNeverBreaksTheReader(String file) throws IOException {
        String whole = sample(file);
        for (int length = 0; length < whole.length(); length += STEP) {
            Files.writeString(home.resolve(file), whole.substring(0, length));
            assertThatCode(() -> new HomeReader(new Home(home), Map.of(), Instant.EPOCH).read(new Problems()))
                    .as("%s cut after %d characters", file, length)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tickler.yaml", "people.yaml", "matters.yaml", "rules/reminders.yaml", "calendars/firm.yaml"})
    void withALineInAnotherShapeNeverBreaksTheReader(String file) throws IOException {
        List<String> lines = sample(file).lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            for (String value : List.of(" [[x], {}]", " \"\\u00a0\"")) {
                String line = lines.get(at);
                int colon = line.indexOf(':');
                if (colon < 0 || line.strip().startsWith("#")) {
                    continue;
                }
                List<String> slip = new ArrayList<>(lines);
                slip.set(at, line.substring(0, colon + 1) + value);
                Files.write(home.resolve(file), slip);
                assertThatCode(() -> new HomeReader(new Home(home), Map.of(), Instant.EPOCH).read(new Problems()))
                        .as("%s with the line \"%s\"", file, slip.get(at))
                        .doesNotThrowAnyException();
            }
        }
    }
}
