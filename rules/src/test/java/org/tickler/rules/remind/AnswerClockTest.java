package org.tickler.rules.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.rules.sample.SampleFirm;

/** When silence begins. The firm works Monday to Friday, 09:00 to 17:30; it is closed on Friday 6 March 2026. */
@DisplayName("the time to answer")
class AnswerClockTest {
    private static Instant deadline(Instant sent, int count, Unit unit, String reader) {
        return AnswerClock.deadline(
                sent, new TimeSpan(count, unit), SampleFirm.FIRM, SampleFirm.CALENDARS, ZoneId.of(reader));
    }

    @ParameterizedTest(name = "sent {0}, within {1} {2}: {3}")
    @CsvSource({
        // Thursday, 16:00 in New York
        "2026-03-05T21:00:00Z, 30, MINUTES, 2026-03-05T21:30:00Z",
        "2026-03-05T21:00:00Z, 72, HOURS, 2026-03-08T21:00:00Z",
        "2026-03-05T21:00:00Z, 1, BUSINESS_HOURS, 2026-03-05T22:00:00Z",
        "2026-03-05T21:00:00Z, 4, BUSINESS_HOURS, 2026-03-09T15:30:00Z",
        "2026-03-05T21:00:00Z, 1, DAYS, 2026-03-06T21:00:00Z",
        "2026-03-05T21:00:00Z, 1, BUSINESS_DAYS, 2026-03-09T20:00:00Z",
        "2026-03-05T21:00:00Z, 1, COURT_DAYS, 2026-03-09T20:00:00Z",
        "2026-03-05T21:00:00Z, 1, WEEKS, 2026-03-12T20:00:00Z",
        "2026-03-05T21:00:00Z, 1, MONTHS, 2026-04-05T20:00:00Z",
        // Saturday night
        "2026-03-08T04:00:00Z, 4, BUSINESS_HOURS, 2026-03-09T17:00:00Z",
        "2026-03-08T04:00:00Z, 1, BUSINESS_DAYS, 2026-03-10T03:00:00Z",
    })
    void runsOnTheClockOrByTheFirm(Instant sent, int count, Unit unit, Instant expected) {
        assertThat(deadline(sent, count, unit, "America/New_York")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "for a reader in {0}: {1}")
    @CsvSource({"America/New_York, 2026-03-08T20:00:00Z", "America/Phoenix, 2026-03-08T21:00:00Z"})
    void endsDaysAtTheReadersOwnTime(String reader, Instant expected) {
        assertThat(deadline(Instant.parse("2026-03-05T21:00:00Z"), 3, Unit.DAYS, reader))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"MINUTES", "BUSINESS_HOURS", "DAYS", "BUSINESS_DAYS"})
    void isOverAtOnceWhereNoTimeIsGiven(Unit unit) {
        Instant night = Instant.parse("2026-03-08T04:00:00Z");
        assertThat(deadline(night, 0, unit, "America/New_York")).isEqualTo(night);
    }
}
