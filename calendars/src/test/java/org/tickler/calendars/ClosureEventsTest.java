package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** A court's closures as an .ics file, each event one of them. */
class ClosureEventsTest {

    private static final CalendarId NYSD = new CalendarId("us-nysd");
    private static final LocalDate THU_2027_01_28 = LocalDate.of(2027, 1, 28);

    private final Problems problems = new Problems();

    private CalendarBook book(String file, String... events) {
        List<SourceText> sources = new ArrayList<>(ShippedCourts.sources());
        sources.add(new SourceText(
                "calendars/" + file,
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//court//EN\n" + String.join("", events) + "END:VCALENDAR\n"));
        return CalendarReader.book(sources, problems);
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\nUID:" + List.of(lines).hashCode() + "@court\n" + String.join("\n", lines)
                + "\nEND:VEVENT\n";
    }

    private static final String STORM = event(
            "DTSTART;VALUE=DATE:20270128",
            "DTEND;VALUE=DATE:20270130",
            "SUMMARY:Snow storm",
            "CATEGORIES:Clerk-Inaccessible,Weather",
            "DESCRIPTION:Notice of the Clerk\\nof 27 January 2027");

    @Test
    void closeTheCourtAfterWhichTheFileIsNamed() {
        CalendarBook book = book("us-nysd.ics", STORM);

        assertThat(problems.toString()).isEmpty();
        for (LocalDate day : List.of(THU_2027_01_28, THU_2027_01_28.plusDays(1))) {
            assertThat(book.get(NYSD).on(day))
                    .isEqualTo(new CourtDay.Closed(List.of(new Closure(
                            "Snow storm", ClosureKind.CLERK_INACCESSIBLE, "Notice of the Clerk of 27 January 2027"))));
        }
        assertThat(book.get(NYSD).on(THU_2027_01_28.minusDays(1))).isEqualTo(new CourtDay.Open());
        assertThat(book.get(new CalendarId("us-federal")).on(THU_2027_01_28)).isEqualTo(new CourtDay.Open());
    }

    @ParameterizedTest
    @CsvSource({
        "holiday, HOLIDAY",
        "proclaimed, PROCLAIMED",
        "clerk-inaccessible, CLERK_INACCESSIBLE",
        "building-only, BUILDING_ONLY"
    })
    void haveTheirKindInTheirCategories(String category, ClosureKind kind) {
        CalendarBook book = book("us-nysd.ics", STORM.replace("Clerk-Inaccessible", category));

        assertThat(book.get(NYSD).on(THU_2027_01_28))
                .isInstanceOfSatisfying(
                        CourtDay.Closed.class,
                        closed -> assertThat(closed.why())
                                .allMatch(why -> why instanceof Closure closure && closure.kind() == kind));
    }

    @Test
    void mayHaveTheAddressOfTheirAuthorityOnly() {
        CalendarBook book = book(
                "us-nysd.ics",
                event(
                        "DTSTART;VALUE=DATE:20270128",
                        "SUMMARY:Storm",
                        "CATEGORIES:holiday",
                        "URL:https://court.example/1"));

        assertThat(book.get(NYSD).on(THU_2027_01_28))
                .isEqualTo(new CourtDay.Closed(
                        List.of(new Closure("Storm", ClosureKind.HOLIDAY, "https://court.example/1"))));
    }

    @Test
    void leaveOutWhatWasCancelled() {
        CalendarBook book = book("us-nysd.ics", STORM.replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY"));

        assertThat(problems.toString()).isEmpty();
        assertThat(book.get(NYSD).on(THU_2027_01_28)).isEqualTo(new CourtDay.Open());
    }

    @Test
    void nameEveryFaultWithItsLine() {
        CalendarBook book = book(
                "us-nysd.ics",
                event("DTSTART;VALUE=DATE:20270128", "CATEGORIES:holiday", "DESCRIPTION:x"),
                event("DTSTART;VALUE=DATE:20270128", "SUMMARY:B", "DESCRIPTION:x"),
                event("DTSTART;VALUE=DATE:20270128", "SUMMARY:C", "CATEGORIES:clerk-inacessible", "DESCRIPTION:x"),
                event("DTSTART;VALUE=DATE:20270128", "SUMMARY:D", "CATEGORIES:holiday,proclaimed", "DESCRIPTION:x"),
                event("DTSTART;VALUE=DATE:20270128", "SUMMARY:E", "CATEGORIES:holiday"),
                event("DTSTART:20270128T090000Z", "SUMMARY:F", "CATEGORIES:holiday", "DESCRIPTION:x"),
                event(
                        "DTSTART;VALUE=DATE:20270128",
                        "DTEND;VALUE=DATE:20280202",
                        "SUMMARY:G",
                        "CATEGORIES:holiday",
                        "DESCRIPTION:x"),
                event(
                        "DTSTART;VALUE=DATE:20270128",
                        "RRULE:FREQ=YEARLY",
                        "SUMMARY:H",
                        "CATEGORIES:holiday",
                        "DESCRIPTION:x"),
                event("SUMMARY:I", "CATEGORIES:holiday", "DESCRIPTION:x"));

        assertThat(problems.toString()).isEqualTo("""
                        calendars/us-nysd.ics:4:1: error[bad-event]: nothing says what the day is called; add SUMMARY, as in SUMMARY:Snow storm
                        calendars/us-nysd.ics:10:1: error[bad-event]: CATEGORIES says the kind of closure: expected one of holiday, proclaimed, clerk-inaccessible, building-only; found none
                        calendars/us-nysd.ics:16:1: error[bad-event]: CATEGORIES says the kind of closure: expected one of holiday, proclaimed, clerk-inaccessible, building-only; found "clerk-inacessible"; did you mean "clerk-inaccessible"?
                        calendars/us-nysd.ics:23:1: error[bad-event]: CATEGORIES says the kind of closure: expected one of holiday, proclaimed, clerk-inaccessible, building-only; found "holiday, proclaimed"
                        calendars/us-nysd.ics:30:1: error[missing-authority]: nothing says on whose authority; add DESCRIPTION with the statute, order or notice, or URL with its address, as in DESCRIPTION:Standing Order 27-1
                        calendars/us-nysd.ics:36:1: error[bad-event]: a closure takes whole days, found a time of day; make it an all-day event
                        calendars/us-nysd.ics:43:1: error[bad-event]: a closure takes at most 366 days, found 2027-01-28 to 2028-02-01; check its end
                        calendars/us-nysd.ics:51:1: error[bad-event]: a closure does not come back, found a recurring event; write one event for each day, or the rule as a calendar file (on: July 4)
                        calendars/us-nysd.ics:59:1: error[bad-event]: expected a DTSTART in the event, found none; the event is not read""");
        assertThat(book.get(NYSD).on(THU_2027_01_28)).as("the file is left out").isEqualTo(new CourtDay.Open());
    }

    @Test
    void needACalendarOfTheirFilesName() {
        book("us-nyds.ics", STORM);

        assertThat(problems.toString())
                .isEqualTo(
                        "calendars/us-nyds.ics:1:1: error[unknown-calendar]: no calendar is called \"us-nyds\"; did you"
                                + " mean \"us-nysd\"?; a file of events is named after the calendar that it closes, as in"
                                + " us-nysd.ics");
    }

    @Test
    void needAFileWithTheNameOfACalendar() {
        book("Court days.ics", STORM);

        assertThat(problems.toString())
                .isEqualTo(
                        "calendars/Court days.ics:1:1: error[bad-calendar-id]: a calendar's name has lower-case letters,"
                                + " digits and hyphens, but was: Court days; name the file after the calendar that it closes, as in"
                                + " us-nysd.ics");
    }

    @Test
    void areWarnedOfWhereTheyChangeNothing() {
        book(
                "us-nysd.ics",
                event("DTSTART;VALUE=DATE:20270130", "SUMMARY:A", "CATEGORIES:holiday", "DESCRIPTION:x"),
                event("DTSTART;VALUE=DATE:20720128", "SUMMARY:B", "CATEGORIES:holiday", "DESCRIPTION:x"));

        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.toString())
                .contains("us-nysd.ics:4:1: warning[weekend]: 2027-01-30 is a Saturday")
                .contains("us-nysd.ics:11:1: warning[outside-coverage]: on: 2072-01-28 is outside");
    }

    @Test
    void refuseWhatIsNoCalendarFile() {
        List<SourceText> sources = new ArrayList<>(ShippedCourts.sources());
        sources.add(new SourceText("calendars/us-nysd.ics", "Snow on 28 January\n"));
        CalendarReader.book(sources, problems);

        assertThat(problems.hasErrors()).isTrue();
        assertThat(problems.toString()).startsWith("calendars/us-nysd.ics:1:1: error[bad-event]: ");
    }
}
