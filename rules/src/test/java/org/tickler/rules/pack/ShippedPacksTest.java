package org.tickler.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.rules.count.ShippedLaws;

class ShippedPacksTest {
    private static final PackCheck CHECK =
            new PackCheck(ShippedLaws.laws(), CalendarReader.book(ShippedCourts.sources(), new Problems()));

    static Stream<SourceText> sources() {
        return ShippedPacks.sources().stream();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void comesOutAsItsWorkedExamplesSay(SourceText source) {
        Problems problems = new Problems();

        PackReader.read(source, problems).ifPresent(pack -> CHECK.check(pack, problems));

        assertThat(problems.toString()).isEmpty();
    }

    @Test
    void areAllOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("packs"))) {
            assertThat(ShippedPacks.names())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .map(name -> name.substring(0, name.length() - 5))
                                    .sorted()
                                    .toList());
        }
    }
}
