package org.tickler.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Recurring events: which dates they have, at which hour, under which identity. */
final class SeriesTest {

    @Test
    void keepsTheHourOfTheWallAcrossAClockChange() {
        IcsContent content = Files.event(
                "DTSTART;TZID=America/New_York:20261030T150000",
                "DTEND;TZID=America/New_York:20261030T160000",
                "RRULE:FREQ=DAILY;COUNT=4");
        assertThat(times(content)).isEqualTo("""
                2026-10-30T15:00-04:00[America/New_York]/2026-10-30T16:00
                2026-10-31T15:00-04:00[America/New_York]/2026-10-31T16:00
                2026-11-01T15:00-05:00[America/New_York]/2026-11-01T16:00
                2026-11-02T15:00-05:00[America/New_York]/2026-11-02T16:00""");
    }

    @Test
    void movesATimeThatAClockChangeSkipsPastTheGap() {
        assertThat(times(Files.event("DTSTART;TZID=America/New_York:20260308T023000")))
                .isEqualTo("2026-03-08T03:30-04:00[America/New_York]");
    }

    @Test
    void takesTheFirstOfATimeThatComesTwice() {
        assertThat(times(Files.event("DTSTART;TZID=America/New_York:20261101T013000")))
                .isEqualTo("2026-11-01T01:30-04:00[America/New_York]");
    }

    @Test
    void repeatsASeriesInUtcInUtc() {
        IcsContent content = Files.event("DTSTART:20261030T190000Z", "RRULE:FREQ=WEEKLY;COUNT=2");
        assertThat(times(content)).isEqualTo("""
                2026-10-30T15:00-04:00[America/New_York]
                2026-11-06T14:00-05:00[America/New_York]""");
        assertThat(instances(content)).containsExactly("20261030T190000Z", "20261106T190000Z");
    }

    @Test
    void namesTheInstancesOfAnAllDaySeriesByDate() {
        IcsContent content = Files.event("DTSTART;VALUE=DATE:20260131", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3");
        assertThat(instances(content)).containsExactly("20260131", "20260228", "20260331");
        assertThat(times(content)).startsWith("2026-01-31/2026-02-01");
    }

    @Test
    void takesOutTheDatesOfExdateInWhateverForm() {
        IcsContent content = Files.event(
                "DTSTART;TZID=America/New_York:20260302T090000",
                "RRULE:FREQ=DAILY;COUNT=6",
                "EXDATE;TZID=America/New_York:20260303T090000,20260304T090000",
                "EXDATE:20260305T140000Z",
                "EXDATE;VALUE=DATE:20260306",
                "EXDATE;TZID=America/New_York:20260307T100000");
        assertThat(instances(content)).containsExactly("20260302T090000", "20260307T090000");
    }

    @Test
    void addsTheDatesOfRdate() {
        IcsContent content = Files.event(
                "DTSTART;TZID=America/New_York:20260302T090000",
                "DURATION:PT1H",
                "RDATE;TZID=America/New_York:20260304T100000",
                "RDATE;TZID=America/New_York;VALUE=PERIOD:20260306T110000/PT2H");
        assertThat(instances(content)).containsExactly("20260302T090000", "20260304T100000", "20260306T110000");
        assertThat(times(content)).endsWith("2026-03-06T11:00-05:00[America/New_York]/2026-03-06T12:00");
    }

    @Test
    void endsASeriesAtItsUntilInItsOwnZone() {
        assertThat(instances(Files.event(
                        "DTSTART;TZID=America/New_York:20260302T090000", "RRULE:FREQ=DAILY;UNTIL=20260304T140000Z")))
                .hasSize(3);
        assertThat(instances(Files.event(
                        "DTSTART;TZID=America/New_York:20260302T090000", "RRULE:FREQ=DAILY;UNTIL=20260304T135959Z")))
                .hasSize(2);
        assertThat(instances(Files.event(
                        "DTSTART;TZID=America/New_York:20260302T090000", "RRULE:FREQ=DAILY;UNTIL=20260304")))
                .hasSize(3);
    }

    @Test
    void takesTheLaterDayWhereAnAllDaySeriesEndsAtAnInstant() {
        assertThat(instances(Files.event("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=DAILY;UNTIL=20260304T050000Z")))
                .hasSize(3);
        assertThat(instances(Files.event("DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=DAILY;UNTIL=20260304T000000Z")))
                .hasSize(3);
    }

    @Test
    void expandsOnlyWithinTheWindow() {
        IcsContent content = Files.event("DTSTART;TZID=America/New_York:19990101T090000", "RRULE:FREQ=YEARLY");
        assertThat(instances(content)).containsExactly("20260101T090000");
    }

    @Test
    void countsFromTheStartOfTheSeriesAndNotOfTheWindow() {
        IcsContent content = Files.event("DTSTART;TZID=America/New_York:20251230T090000", "RRULE:FREQ=DAILY;COUNT=4");
        assertThat(instances(content)).containsExactly("20260101T090000", "20260102T090000");
    }

    @Test
    void findsALeapDayThatComesEveryFourYears() {
        IcsContent content = IcsReader.read(
                ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:l\nDTSTART;VALUE=DATE:20240229\n"
                                + "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29\nEND:VEVENT\nEND:VCALENDAR\n")
                        .getBytes(StandardCharsets.UTF_8),
                Files.NEW_YORK,
                new IcsWindow(LocalDate.of(2024, 1, 1), LocalDate.of(2033, 1, 1)),
                IcsLimits.usual());
        assertThat(instances(content)).containsExactly("20240229", "20280229", "20320229");
    }

    @Test
    void readsTheFirstDateThatItsOwnRuleDoesNotGiveAndSaysSo() {
        IcsContent content = Files.event("DTSTART;VALUE=DATE:20260303", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2");
        assertThat(instances(content)).containsExactly("20260303", "20260309", "20260316");
        assertThat(content.problems()).singleElement().matches(problem -> problem.line() == 3);
    }

    @Test
    void matchesAChangeGivenInUtcToItsInstance() {
        IcsContent content = Files.calendar(
                "BEGIN:VEVENT",
                "UID:s",
                "DTSTART;TZID=America/New_York:20260302T090000",
                "RRULE:FREQ=DAILY;COUNT=2",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:s",
                "RECURRENCE-ID:20260303T140000Z",
                "DTSTART;TZID=America/New_York:20260401T090000",
                "SUMMARY:moved",
                "END:VEVENT");
        assertThat(Files.lines(content))
                .containsExactly(
                        "20260302T090000: 2026-03-02T09:00-05:00[America/New_York] ",
                        "20260303T090000: 2026-04-01T09:00-04:00[America/New_York] moved");
    }

    @Test
    void readsAChangeWhoseSeriesIsNotInTheFile() {
        IcsContent content = Files.event("RECURRENCE-ID;VALUE=DATE:20260303", "DTSTART;VALUE=DATE:20260304");
        assertThat(Files.lines(content)).containsExactly("20260303: 2026-03-04/2026-03-05 ");
    }

    @Test
    void cancelsEveryInstanceOfACancelledSeries() {
        IcsContent content = Files.event("DTSTART;VALUE=DATE:20260303", "RRULE:FREQ=DAILY;COUNT=3", "STATUS:CANCELLED");
        assertThat(content.items()).hasSize(3).allMatch(IcsItem::cancelled);
    }

    @Test
    void cancelsWhatACalendarOfMethodCancelHolds() {
        IcsContent content =
                Files.text("BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:x\nDTSTART:20260303T140000Z\n"
                        + "END:VEVENT\nEND:VCALENDAR\n");
        assertThat(content.items()).singleElement().matches(IcsItem::cancelled);
    }

    @Test
    void readsOnlyTheNewerOfTwoEventsOfOneUid() {
        IcsContent content = Files.calendar(
                "BEGIN:VEVENT",
                "UID:x",
                "DTSTART;VALUE=DATE:20260303",
                "SEQUENCE:2",
                "END:VEVENT",
                "BEGIN:VEVENT",
                "UID:x",
                "DTSTART;VALUE=DATE:20260404",
                "SEQUENCE:1",
                "END:VEVENT");
        assertThat(Files.lines(content)).containsExactly("2026-03-03/2026-03-04 ");
        assertThat(content.problems()).singleElement().matches(problem -> problem.line() == 8);
    }

    @Test
    void refusesWhatComesMoreOftenThanDaily() {
        for (String rule : List.of(
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;INTERVAL=5",
                "FREQ=HOURLY;COUNT=3",
                "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,10,20,30,40,50;BYSECOND=1,2")) {
            IcsContent content = Files.event("DTSTART:20260303T140000Z", "RRULE:" + rule);
            assertThat(content.items()).as(rule).isEmpty();
            assertThat(content.problems()).singleElement().matches(problem -> problem.line() == 6);
        }
    }

    @Test
    void refusesARuleThatMayMeanTwoThings() {
        for (String rule : List.of(
                "FREQ=DAILY;FREQ=WEEKLY",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;COUNT=-1",
                "FREQ=DAILY;UNTIL=20260231",
                "FREQ=FORTNIGHTLY",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;BYDAY=2MO",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=DAILY;X=1",
                "FREQ=DAILY;BYWEEKNO=2",
                "INTERVAL=2",
                "",
                "FREQ=DAILY;INTERVAL=99999999999",
                "RSCALE=HEBREW;FREQ=YEARLY",
                "FREQ=MONTHLY;SKIP=BACKWARD",
                "FREQ=YEARLY;BYMONTH=5L")) {
            IcsContent content = Files.event("DTSTART:20260303T140000Z", "RRULE:" + rule);
            assertThat(content.items()).as(rule).isEmpty();
            assertThat(content.problems())
                    .as(rule)
                    .singleElement()
                    .matches(problem -> problem.kind() == IcsProblem.Kind.ITEM_REFUSED);
        }
    }

    private static String times(IcsContent content) {
        return content.items().stream().map(Files::time).collect(Collectors.joining("\n"));
    }

    private static List<String> instances(IcsContent content) {
        return content.items().stream()
                .map(item -> item.identity().instance().orElseThrow())
                .toList();
    }
}
