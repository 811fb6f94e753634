package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.engine.store.ReminderRow;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.Purpose;

/** When those who are asked about a load hear of it, and in how many lines. Mara Harper's quiet hours end at seven. */
class QuestionsToldTest {
    private static final Instant THREE_AT_NIGHT = Instant.parse("2026-02-03T08:00:00Z");
    private static final Instant SEVEN = Instant.parse("2026-02-03T12:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private LoadFixture firm;

    @BeforeEach
    void open(@TempDir Path folder) {
        firm = new LoadFixture(tests, folder);
        firm.clock.set(THREE_AT_NIGHT);
    }

    @Test
    void aQuestionWaitsForTheEndOfTheReadersQuietHours() {
        firm.load("1,H-2291,hearing,Old hearing,2026-01-20,,mharper,");
        assertThat(asked()).extracting(one -> one.due().at()).containsExactly(SEVEN);
    }

    @Test
    void whoHasNoQuietHoursIsAskedAtOnce() {
        firm.load("1,H-2291,hearing,Old hearing,2026-01-20,,jlin,");
        assertThat(asked()).extracting(one -> one.due().at()).containsExactly(THREE_AT_NIGHT);
    }

    @Test
    void aQuestionWouldComeTooLateForWhatIsDueBeforeTheyEndAndDoesNotWait() {
        firm.load("1,H-2291,hearing,Hearing in the small hours,2026-02-03,05:00,nobody,");
        firm.load("2,H-2291,hearing,Hearing by a name that nobody has,Wed 2026-02-03,05:00,mharper,");
        assertThat(asked())
                .filteredOn(one -> one.to().value().equals("mharper"))
                .extracting(one -> one.due().at())
                .containsExactly(THREE_AT_NIGHT);
    }

    /** One mail has 25 lines. */
    @ParameterizedTest(name = "{0} questions are told in {1} lines: {2}")
    @CsvSource({"24, 24, ''", "25, 25, ''", "26, 25, And 1 more question to you", "30, 25, And 5 more questions to you"
    })
    void manyQuestionsToOnePersonFillOneMessage(int questions, int lines, String more) {
        firm.load(IntStream.range(0, questions)
                .mapToObj(row -> "%d,H-2291,hearing,Old hearing %d,2026-01-20,,jlin,".formatted(row, row))
                .toArray(String[]::new));
        assertThat(asked()).hasSize(lines);
        assertThat(asked().stream().map(PlannedReminder::why).filter(why -> why.contains(" more question")))
                .hasSize(more.isEmpty() ? 0 : 1)
                .allMatch(why -> why.contains(more));
    }

    private List<PlannedReminder> asked() {
        return firm.firm.reminders(Purpose.QUESTION).stream()
                .map(ReminderRow::planned)
                .toList();
    }
}
