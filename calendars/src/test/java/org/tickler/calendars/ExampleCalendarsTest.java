package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** Files as a firm might write them, each read over the shipped calendars; the bad ones with what is said of them. */
class ExampleCalendarsTest {

    private static String problemsOf(String name) {
        List<SourceText> sources = new ArrayList<>(ShippedCourts.sources());
        sources.add(new SourceText(name, Courts.text(name)));
        Problems problems = new Problems();
        CalendarReader.book(sources, problems);
        return problems.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"emergency", "firm", "state", "correction", "nothing-yet", "england"})
    void readsTheGoodOnesWithoutAWord(String name) {
        assertThat(problemsOf("good/" + name + ".yaml")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-authority",
                "misspelt",
                "days",
                "observances",
                "amends-with-a-title",
                "no-coverage",
                "twice",
                "a-list",
                "unknown-base"
            })
    void saysOfTheBadOnesWhatIsWrong(String name) {
        assertThat(problemsOf("bad/" + name + ".yaml"))
                .isEqualTo(Courts.text("bad/" + name + ".txt").strip());
    }
}
