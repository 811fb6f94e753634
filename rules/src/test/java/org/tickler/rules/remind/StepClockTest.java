package org.tickler.rules.remind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleEntry.hearing;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.sample.SampleFirm;

/** When a step is due. The firm works Monday to Friday, 09:00 to 17:30; it is closed on Friday 6 March 2026. */
class StepClockTest {
    private static final StepClock CLOCK = new StepClock(SampleFirm.FIRM, SampleFirm.CALENDARS);
    /** Monday 9 March 2026, 11:00 in New York. */
    private static final Entry HEARING = hearing("2026-03-09T11:00").build();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2 hours, 2026-03-09T13:00:00Z",
        "3 hours, 2026-03-05T21:30:00Z",
        "10 hours, 2026-03-05T14:30:00Z",
        "11 hours, 2026-03-04T22:00:00Z",
    })
    void isUsefulAsLongAsTheWorkingTimeThatIsLeftSuffices(String effort, Instant last) {
        assertThat(CLOCK.lastUseful(HEARING, effort(effort))).contains(last);
    }

    @Test
    void knowsNoLastUsefulMomentWithoutWorkOrDate() {
        assertThat(CLOCK.lastUseful(HEARING, Optional.empty())).isEmpty();
        assertThat(CLOCK.lastUseful(hearing("2026-03-09T11:00").waiting().build(), effort("2 hours")))
                .isEmpty();
    }

    @Test
    void countsAFilingWithoutAnHourToTheEndOfItsDay() {
        assertThat(CLOCK.lastUseful(filing("2026-03-09").build(), effort("6 hours")))
                .as("11:30 on Monday")
                .contains(Instant.parse("2026-03-09T15:30:00Z"));
    }

    @Test
    void saysHowMuchIsLeft() {
        assertThat(CLOCK.beside(HEARING, effort("6 hours"), Instant.parse("2026-03-05T19:00:00Z")))
                .as("on Thursday at 14:00")
                .contains("6 hours of work, 5 hours 30 minutes left");
        assertThat(CLOCK.beside(HEARING, effort("6 hours"), Instant.parse("2026-03-09T16:00:00Z")))
                .contains("6 hours of work, none left");
    }

    @ParameterizedTest(name = "waiting since {0} for {1}, {2} of work: {3}")
    @CsvSource({
        // as the rule says
        "2026-03-05T14:30:00Z, 2026-03-05T19:00:00Z, 4 hours, 2026-03-05T19:00:00Z",
        // earlier, while the work can still be done: 16:30 on Thursday
        "2026-03-05T14:30:00Z, 2026-03-09T13:30:00Z, 3 hours, 2026-03-05T21:30:00Z",
        // the moment itself is not waited for again
        "2026-03-05T21:30:00Z, 2026-03-09T13:30:00Z, 3 hours, 2026-03-09T13:30:00Z",
        // nor one that is past
        "2026-03-09T13:00:00Z, 2026-03-09T14:00:00Z, 3 hours, 2026-03-09T14:00:00Z",
    })
    void neverWaitsPastTheLastUsefulMoment(Instant from, Instant at, String effort, Instant expected) {
        assertThat(CLOCK.due(at, from, Escalating.AROUND_THE_CLOCK, HEARING, effort(effort)))
                .isEqualTo(expected);
        assertThat(CLOCK.due(at, from, Escalating.IN_BUSINESS_HOURS, HEARING, effort(effort)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        // by day; in the evening; on the firm's holiday
        "2026-03-04T19:00:00Z, 2026-03-04T19:00:00Z",
        "2026-03-05T01:00:00Z, 2026-03-05T14:00:00Z",
        "2026-03-06T19:00:00Z, 2026-03-09T13:00:00Z",
    })
    void inBusinessHoursWaitsForTheNextOpening(Instant at, Instant expected) {
        Instant from = Instant.parse("2026-03-04T18:00:00Z");
        assertThat(CLOCK.due(at, from, Escalating.IN_BUSINESS_HOURS, HEARING, Optional.empty()))
                .isEqualTo(expected);
        assertThat(CLOCK.due(at, from, Escalating.AROUND_THE_CLOCK, HEARING, Optional.empty()))
                .isEqualTo(at);
    }

    @Test
    void doesNotWaitForAnOpeningThatComesAfterTheEntry() {
        Entry early = hearing("2026-03-09T08:30").build();
        Instant sunday = Instant.parse("2026-03-08T16:00:00Z");
        assertThat(CLOCK.due(sunday, sunday.minusSeconds(3600), Escalating.IN_BUSINESS_HOURS, early, Optional.empty()))
                .isEqualTo(sunday);
    }

    private static Optional<Effort> effort(String text) {
        return Optional.of(Effort.read(text));
    }
}
