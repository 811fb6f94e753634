package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

class ShippedCourtsTest {

    private static final Path FOLDER =
            Files.isDirectory(Path.of("courts")) ? Path.of("courts") : Path.of("calendars/courts");

    static Stream<SourceText> files() {
        return ShippedCourts.sources().stream();
    }

    @Test
    void areThoseOfTheFolder() throws IOException {
        List<String> listed = Files.readAllLines(FOLDER.resolve("index.txt"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(listed)
                    .as("courts/index.txt; in calendars/courts: ls *.yaml > index.txt")
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(file -> file.endsWith(".yaml"))
                                    .sorted()
                                    .toList());
        }
        assertThat(ShippedCourts.sources())
                .extracting(SourceText::file)
                .containsExactlyElementsOf(
                        listed.stream().map(file -> "courts/" + file).toList());
    }

    /** Shipped files are not read before they are wanted, so that nobody would hear of a fault in time. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void haveNoFault(SourceText file) {
        Problems problems = new Problems();

        assertThat(CalendarReader.file(file, problems))
                .hasValueSatisfying(read -> assertThat(file.file()).isEqualTo("courts/" + read.id() + ".yaml"));
        assertThat(faults(problems)).isEmpty();
    }

    /** That a holiday which is fixed from year to year fell on a weekend is a fact, and none of our slips. */
    private static List<Problem> faults(Problems problems) {
        return problems.sorted().stream()
                .filter(problem -> problem.code() != CalendarProblem.WEEKEND)
                .toList();
    }

    /** Under other names they are files like any others, which are read and laid over one another at once. */
    @Test
    void fitTogether() {
        Problems problems = new Problems();
        List<SourceText> renamed = files().map(file -> new SourceText("a/" + file.file(), file.text()))
                .toList();
        CalendarBook eager = CalendarReader.book(renamed, problems);

        assertThat(faults(problems)).isEmpty();
        assertThat(eager.ids()).isEqualTo(Courts.with().ids());
        assertThat(eager.ids())
                .allSatisfy(id -> assertThat(Courts.with().find(id)).isPresent());
    }

    @Test
    void areReadOnceWhoeverAsks() {
        SourceText federal = ShippedCourts.sources().stream()
                .filter(file -> file.file().equals("courts/us-federal.yaml"))
                .findFirst()
                .orElseThrow();
        ShippedFile file = ShippedCourts.find(new SourceText(federal.file(), federal.text()))
                .orElseThrow();

        assertThat(file.read())
                .isSameAs(ShippedCourts.find(federal).orElseThrow().read());
        assertThat(ShippedCourts.find(new SourceText(federal.file(), federal.text() + "\n")))
                .as("an older version of it")
                .isEmpty();
    }
}
