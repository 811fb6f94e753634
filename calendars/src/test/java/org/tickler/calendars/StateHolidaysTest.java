package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** A federal court and the holidays of the state in which it sits. */
class StateHolidaysTest {

    private static final LocalDate FRI_2027_02_12 = LocalDate.of(2027, 2, 12);
    private static final LocalDate MON_2028_02_14 = LocalDate.of(2028, 2, 14);

    private static final String STATE = """
            calendar: xx-state
            title: A state
            coverage: {from: 2020-01-01, to: 2030-12-31, checked: 2026-11-01}
            observed: {when: saturday-to-monday-after, authority: Code 25}
            closures:
              - {name: Lincoln's Birthday, on: February 12, kind: holiday, authority: Code 24}
              - {name: Columbus Day, on: 2nd Monday of October, kind: holiday, authority: Code 24}
              - {name: Snow, on: 2027-01-28, kind: clerk-inaccessible, authority: notice}
            """;
    private static final String COURT = """
            calendar: xx-court
            title: A federal court
            over: us-federal
            state: xx-state
            zone: America/New_York
            """;

    private final Problems problems = new Problems();

    private CalendarBook book(String... files) {
        List<SourceText> sources = new ArrayList<>(ShippedCourts.sources());
        for (String file : files) {
            sources.add(new SourceText(
                    (char) ('a' + sources.size() - ShippedCourts.sources().size()) + ".yaml", file));
        }
        return CalendarReader.book(sources, problems);
    }

    private static CourtCalendar court(String... files) {
        return Courts.with(files).get(new CalendarId("xx-court"));
    }

    private static Closure lincoln(String name, String authority) {
        return new Closure(name, ClosureKind.STATE_HOLIDAY, authority);
    }

    @Test
    void areNamedAsHolidaysOfTheState() {
        CourtCalendar court = court(STATE, COURT);

        assertThat(court.on(FRI_2027_02_12))
                .isEqualTo(new CourtDay.Closed(List.of(lincoln("Lincoln's Birthday", "Code 24"))));
        assertThat(court.on(MON_2028_02_14))
                .as("kept on Monday")
                .isEqualTo(new CourtDay.Closed(List.of(lincoln("Lincoln's Birthday (observed)", "Code 24; Code 25"))));
        assertThat(court.on(LocalDate.of(2027, 1, 28)))
                .as("what troubles a court of the state")
                .isEqualTo(new CourtDay.Open());
    }

    @Test
    void addNothingToADayThatIsClosedAlready() {
        assertThat(court(STATE, COURT).on(LocalDate.of(2027, 10, 11)))
                .isInstanceOfSatisfying(
                        CourtDay.Closed.class,
                        closed -> assertThat(closed.why())
                                .containsExactly(new Closure(
                                        "Columbus Day", ClosureKind.HOLIDAY, "5 U.S.C. 6103(a); Pub. L. 90-363")));
    }

    @Test
    void standBesideAClosingThatDoesNotStopFiling() {
        String works = """
                amends: us-federal
                closures: {name: Works, on: 2027-02-12, kind: building-only, authority: notice}
                """;

        assertThat(court(STATE, COURT, works).on(FRI_2027_02_12))
                .isInstanceOfSatisfying(
                        CourtDay.Closed.class,
                        closed -> assertThat(closed.why()).contains(lincoln("Lincoln's Birthday", "Code 24")));
    }

    @Test
    void areCourtDaysUnlessACountAsksForThem() {
        CourtCalendar court = court(STATE, COURT);
        OpenDays afterAnEvent = OpenDays.counting(
                court, EnumSet.of(ClosureKind.HOLIDAY, ClosureKind.OBSERVED_HOLIDAY, ClosureKind.STATE_HOLIDAY));

        assertThat(OpenDays.of(court).onOrAfter(FRI_2027_02_12)).isEqualTo(new Landing.On(FRI_2027_02_12, List.of()));
        assertThat(afterAnEvent.onOrAfter(FRI_2027_02_12))
                .isInstanceOfSatisfying(
                        Landing.On.class,
                        on -> assertThat(on.date())
                                .as("past Washington's Birthday")
                                .isEqualTo(LocalDate.of(2027, 2, 16)));
        assertThat(ClosureKind.STATE_HOLIDAY.closesBusiness()).isFalse();
    }

    @Test
    void mayBeOpenedByTheCourtAndReachCalendarsOverIt() {
        String opened = """
                amends: xx-court
                opens: {on: February 12, from: 2028-01-01, authority: Standing Order 28-1}
                """;
        String firm = "calendar: firm\ntitle: A firm\nover: xx-court\n";
        CalendarBook book = Courts.with(STATE, COURT, opened, firm);

        assertThat(book.get(new CalendarId("firm")).on(FRI_2027_02_12)).isInstanceOf(CourtDay.Closed.class);
        assertThat(book.get(new CalendarId("xx-court")).on(LocalDate.of(2029, 2, 12)))
                .isEqualTo(new CourtDay.Open());
    }

    @Test
    void areVouchedForOnlyAsFarAsTheStatesCalendarIs() {
        CourtCalendar court = court(STATE, COURT);

        assertThat(court.coverage())
                .isEqualTo(
                        new Coverage(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 12, 31), LocalDate.of(2026, 11, 1)));
        assertThat(court.on(LocalDate.of(2031, 1, 2))).isInstanceOf(CourtDay.Unknown.class);
    }

    @Test
    void needACalendarOfTheState() {
        CalendarBook book = book(STATE, COURT.replace("xx-state", "xx-sate"));

        assertThat(problems.toString())
                .isEqualTo("b.yaml:4:8: error[unknown-calendar]: no calendar is called \"xx-sate\"; did you mean"
                        + " \"xx-state\"?");
        assertThat(book.find(new CalendarId("xx-court"))).isEmpty();
    }

    @Test
    void cannotBeThoseOfTheCourtItself() {
        book(COURT.replace("xx-state", "xx-court"));

        assertThat(problems.toString())
                .isEqualTo(
                        "a.yaml:4:8: error[calendar-cycle]: calendars stand over one another in a circle: xx-court in"
                                + " the state of xx-court; take one state: out");
    }

    @Test
    void cannotStandOverTheCourt() {
        CalendarBook book = book(
                "calendar: xx-state\ntitle: A state\nover: xx-court\n",
                COURT,
                "calendar: x\ntitle: X\nover: xx-court\n");

        assertThat(problems.toString()).isEqualTo("""
                        a.yaml:3:7: error[calendar-cycle]: calendars stand over one another in a circle: xx-state over xx-court in the state of xx-state; take one over or state: out
                        b.yaml:4:8: error[calendar-cycle]: calendars stand over one another in a circle: xx-court in the state of xx-state over xx-court; take one state or over: out""");
        assertThat(book.find(new CalendarId("x"))).isEmpty();
        assertThat(book.find(new CalendarId("us-nysd"))).isPresent();
    }

    @Test
    void shareADayWithTheCourtsOwnCoverage() {
        book(STATE, COURT + "coverage: {from: 1990-01-01, to: 1999-12-31, checked: 2026-11-01}\n");

        assertThat(problems.toString())
                .isEqualTo("b.yaml:1:11: error[bad-coverage]: coverage: 1990-01-01 to 1999-12-31 has no day in common"
                        + " with 2020-01-01 to 2030-12-31, for which the calendar of the state vouches; take state: out or"
                        + " correct one of them");
    }
}
