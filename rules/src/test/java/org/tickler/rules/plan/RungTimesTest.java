package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.sample.SampleEntry;

/** When rungs speak. The clocks of New York go forward on Sunday 8 March 2026; the firm is closed on Friday the 6th. */
class RungTimesTest {
    private static List<PlannedReminder> planned(SampleEntry entry, String at, String zone) {
        return firm().with(person("jlin").role("lead-attorney").in(zone))
                .on(entry)
                .rules("""
                        ladders:
                          - id: all
                            rungs:
                              - at: %s
                                to: lead-attorney
                                by: email
                        """.formatted(at))
                .schedule()
                .reminders();
    }

    private static Instant due(SampleEntry entry, String at, String zone) {
        return planned(entry, at, zone).getFirst().due().at();
    }

    @ParameterizedTest(name = "a filing on Tuesday 10 March, {0}: {1}")
    @CsvSource({
        "7 days before, 2026-03-03T14:00:00Z",
        "1 day before, 2026-03-09T13:00:00Z",
        "0 days before, 2026-03-10T13:00:00Z",
        "2 days before, 2026-03-08T13:00:00Z",
        "1 week before, 2026-03-03T14:00:00Z",
        "1 month before, 2026-02-10T14:00:00Z",
        "1 business day before, 2026-03-09T13:00:00Z",
        "2 business days before, 2026-03-05T14:00:00Z",
        "1 court day before, 2026-03-09T13:00:00Z",
        "2 court days before, 2026-03-06T14:00:00Z",
        "1 day after, 2026-03-11T13:00:00Z",
        "3 business days after, 2026-03-13T13:00:00Z",
        "when known, 2026-01-05T15:00:00Z",
    })
    void countsDaysOnTheCivilDateAndSpeaksWhenTheFirmOpens(String at, Instant expected) {
        assertThat(due(filing("2026-03-10").court("us-nysd"), at, "America/New_York"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "a hearing on Tuesday 10 March at 14:00 in New York, {0}: {1}")
    @CsvSource({
        "30 minutes before, 2026-03-10T17:30:00Z",
        "24 hours before, 2026-03-09T18:00:00Z",
        "72 hours before, 2026-03-07T18:00:00Z",
        "4 business hours before, 2026-03-10T14:00:00Z",
        "6 business hours before, 2026-03-09T20:30:00Z",
        "14 business hours before, 2026-03-05T22:00:00Z",
        "2 hours after, 2026-03-10T20:00:00Z",
    })
    void countsHoursOnTheClock(String at, Instant expected) {
        assertThat(due(hearing("2026-03-10T14:00"), at, "America/New_York")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "09:00 three days before 10 March for a reader in {0}: {1}")
    @CsvSource({
        "America/New_York, 2026-03-07T14:00:00Z",
        "America/Phoenix, 2026-03-07T16:00:00Z",
        "Europe/London, 2026-03-07T09:00:00Z",
        "Pacific/Chatham, 2026-03-06T19:15:00Z",
    })
    void meansTheReadersClock(String zone, Instant expected) {
        assertThat(due(filing("2026-03-10"), "3 days before", zone)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "two days before {0} in {1}: {2}")
    @CsvSource({
        "2026-03-09, America/New_York, 2026-03-07T14:00:00Z",
        "2026-03-10, America/New_York, 2026-03-08T13:00:00Z",
        "2026-11-02, America/New_York, 2026-10-31T13:00:00Z",
        "2026-11-03, America/New_York, 2026-11-01T14:00:00Z",
        "2026-03-30, Europe/London, 2026-03-28T09:00:00Z",
        "2026-03-31, Europe/London, 2026-03-29T08:00:00Z",
        "2026-11-03, America/Phoenix, 2026-11-01T16:00:00Z",
        "2026-04-06, Pacific/Chatham, 2026-04-03T19:15:00Z",
        "2026-04-07, Pacific/Chatham, 2026-04-04T20:15:00Z",
    })
    void keepsTheLocalTimeAcrossClockChanges(String date, String zone, Instant expected) {
        assertThat(due(filing(date).in(zone), "2 days before", zone)).isEqualTo(expected);
    }

    @Test
    void takesTheHourThatTheClocksSkipAsTheOneAfterIt() {
        assertThat(planned(filing("2026-03-10"), "2 days before\n        time: \"02:30\"", "America/New_York"))
                .singleElement()
                .extracting(reminder -> reminder.due().at())
                .isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
    }

    @Test
    void takesTheFirstOfTwoEqualHoursInAutumn() {
        assertThat(due(filing("2026-11-03"), "2 days before\n        time: \"01:30\"", "America/New_York"))
                .isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    void speaksOnTheCourtsClockWhereTheRungSaysSo() {
        PlannedReminder reminder = planned(
                        hearing("2026-03-12T14:00"),
                        "1 day before\n        time: \"09:00\"\n        zone: court",
                        "America/Los_Angeles")
                .getFirst();
        assertThat(reminder.due().at()).isEqualTo(Instant.parse("2026-03-11T13:00:00Z"));
        assertThat(reminder.due().zone()).hasToString("America/New_York");
    }

    @Test
    void countsDaysInTheEntrysZoneThoughTheReaderHasAnotherDate() {
        // A hearing at 08:00 on the 11th in New York is on the 12th already on the Chatham Islands.
        assertThat(due(hearing("2026-03-11T08:00"), "1 day before", "Pacific/Chatham"))
                .isEqualTo(Instant.parse("2026-03-09T19:15:00Z"));
    }

    @Test
    void countsHoursFromTheFilingHour() {
        assertThat(due(filing("2026-03-10").until("17:00"), "2 hours before", "America/New_York"))
                .isEqualTo(Instant.parse("2026-03-10T19:00:00Z"));
    }

    @Test
    void refusesToCountHoursFromADayWithoutAFilingHour() {
        Schedule schedule = firm().with(person("jlin").role("lead-attorney"))
                .on(filing("2026-03-10"))
                .rules("""
                        ladders:
                          - id: all
                            rungs:
                              - {at: 2 hours before, to: lead-attorney, by: email}
                        """)
                .schedule();
        assertThat(schedule.reminders()).isEmpty();
        assertThat(schedule.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.why())
                        .isEqualTo(
                                "ladder all, 2-hours-before: 2 hours cannot be counted from a whole day without an hour;"
                                        + " give entry " + SampleEntry.id("filing")
                                        + " a filing hour, or count the rung in days"));
    }

    @Test
    void neverSpeaksAfterTheHearingThatItIsBefore() {
        // 09:00 in Honolulu is 15:00 in New York, an hour after the hearing.
        PlannedReminder reminder = planned(hearing("2026-03-10T14:00"), "0 days before", "Pacific/Honolulu")
                .getFirst();
        assertThat(reminder.due().at()).isEqualTo(Instant.parse("2026-03-09T19:00:00Z"));
        assertThat(reminder.why())
                .contains("on Mon 2026-03-09, because 09:00 on Tue 2026-03-10 would not be before it");
    }

    @Test
    void neverAsksAfterwardsBeforeItWasDue() {
        // 09:00 on the 11th on the Chatham Islands is 15:15 on the 10th in New York, before a hearing at 16:00.
        assertThat(due(hearing("2026-03-10T16:00"), "1 day after", "Pacific/Chatham"))
                .isEqualTo(Instant.parse("2026-03-11T19:15:00Z"));
    }

    @Test
    void passesOverAHolidayOfTheCourtAndNamesIt() {
        PlannedReminder reminder = planned(
                        filing("2026-02-17").court("us-nysd"), "1 court day before", "America/New_York")
                .getFirst();
        assertThat(reminder.due().at()).isEqualTo(Instant.parse("2026-02-13T14:00:00Z"));
        assertThat(reminder.why()).contains("passed over Mon 2026-02-16, Washington's Birthday");
    }

    @Test
    void countsTheDaysOfTheCourtThatTheProceedingIsIn() {
        assertThat(firm().with(person("jlin").role("lead-attorney"))
                        .court("us-nysd")
                        .on(filing("2026-02-17"))
                        .rules("""
                                ladders:
                                  - id: all
                                    rungs:
                                      - {at: 1 court day before, to: lead-attorney, by: email}
                                """)
                        .lines())
                .containsExactly("Fri 2026-02-13 09:00 jlin email 1-court-day-before");
    }

    @ParameterizedTest(name = "{0} a filing on Friday 12 September 2053: {1}")
    @CsvSource({
        "1 court day before, 2053-09-10T13:00:00Z",
        "5 court days before, 2053-09-04T13:00:00Z",
        "0 court days before, 2053-09-12T13:00:00Z",
        "2 court days after, 2053-09-16T13:00:00Z",
    })
    void countsBusinessDaysAndOneMoreWhereTheCalendarKnowsNothing(String at, Instant expected) {
        PlannedReminder reminder = planned(filing("2053-09-12").court("us-nysd"), at, "America/New_York")
                .getFirst();
        assertThat(reminder.due().at()).isEqualTo(expected);
        assertThat(reminder.why())
                .contains("the calendar us-nysd vouches for")
                .contains("court days counted as business days");
    }

    @Test
    void saysThatAnEntryIsBeforeNoCourtWhoseDaysCouldBeCounted() {
        assertThat(planned(filing("2026-03-10"), "1 court day before", "America/New_York")
                        .getFirst()
                        .why())
                .contains("it is before no court; court days counted as business days, one more to be safe");
    }

    @Test
    void speaksOfNewRulesWhenTheyBecomeActive() {
        assertThat(firm().with(person("jlin").role("lead-attorney"))
                        .on(filing("2026-03-10"))
                        .rulesKnown("2026-02-01T17:00:00Z")
                        .rules("""
                                ladders:
                                  - id: all
                                    rungs:
                                      - {at: when known, to: lead-attorney, by: email}
                                """)
                        .lines())
                .containsExactly("Sun 2026-02-01 12:00 jlin email when-known");
    }

    @Test
    void waitsWithAnEntryThatHasNoDate() {
        assertThat(planned(filing("2026-03-10").waiting(), "1 day before", "America/New_York"))
                .isEmpty();
    }
}
