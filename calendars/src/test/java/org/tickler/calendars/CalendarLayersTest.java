package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarLayersTest {

    private static final CalendarId NYSD = new CalendarId("us-nysd");
    private static final CalendarId FEDERAL = new CalendarId("us-federal");
    private static final LocalDate THU_2027_01_28 = LocalDate.of(2027, 1, 28);

    private static final String STORM = """
            amends: us-nysd
            closures:
              - name: Snow storm
                on: [2027-01-28, 2027-01-29]
                kind: clerk-inaccessible
                authority: Notice of the Clerk of 27 January 2027
            """;

    @Test
    void anEmergencyClosureClosesOneCourtOnly() {
        CalendarBook book = Courts.with(STORM);

        assertThat(book.get(NYSD).on(THU_2027_01_28))
                .isEqualTo(new CourtDay.Closed(List.of(new Closure(
                        "Snow storm", ClosureKind.CLERK_INACCESSIBLE, "Notice of the Clerk of 27 January 2027"))));
        assertThat(book.get(FEDERAL).on(THU_2027_01_28)).isEqualTo(new CourtDay.Open());
        assertThat(OpenDays.of(book.get(NYSD)).onOrAfter(THU_2027_01_28))
                .isInstanceOfSatisfying(
                        Landing.On.class, on -> assertThat(on.date()).isEqualTo(LocalDate.of(2027, 2, 1)));
    }

    @Test
    void anAmendmentOfTheBaseReachesEveryCourtOverIt() {
        CalendarBook book = Courts.with(STORM.replace("us-nysd", "us-federal"));

        assertThat(book.get(NYSD).on(THU_2027_01_28)).isInstanceOf(CourtDay.Closed.class);
    }

    @Test
    void aCalendarKnowsHowFarDownAnotherLies() {
        CalendarBook book = Courts.with("""
                calendar: room-1
                title: Room 1
                over: us-nysd
                """);

        assertThat(book.get(NYSD).stepsDownTo(NYSD)).hasValue(0);
        assertThat(book.get(new CalendarId("room-1")).stepsDownTo(FEDERAL)).hasValue(2);
        assertThat(book.get(FEDERAL).stepsDownTo(NYSD)).isEmpty();
    }

    @Test
    void aClosedBuildingDoesNotStopFiling() {
        CalendarBook book = Courts.with(STORM.replace("clerk-inaccessible", "building-only"));

        assertThat(book.get(NYSD).on(THU_2027_01_28)).isInstanceOf(CourtDay.Closed.class);
        assertThat(OpenDays.of(book.get(NYSD)).onOrAfter(THU_2027_01_28))
                .isEqualTo(new Landing.On(THU_2027_01_28, List.of()));
    }

    @Test
    void aCorrectionOpensADayThatIsClosedBelow() {
        CalendarBook book = Courts.with("""
                amends: us-nysd
                opens:
                  - name: Columbus Day
                    on: 2nd Monday of October
                    from: 2027-01-01
                    authority: Standing Order 27-1
                """);

        assertThat(book.get(NYSD).on(LocalDate.of(2027, 10, 11))).isEqualTo(new CourtDay.Open());
        assertThat(book.get(NYSD).on(LocalDate.of(2026, 10, 12))).isInstanceOf(CourtDay.Closed.class);
        assertThat(book.get(FEDERAL).on(LocalDate.of(2027, 10, 11))).isInstanceOf(CourtDay.Closed.class);
    }

    @Test
    void openingAHolidayOpensItsObservedDayWhereTheFileSaysHowItIsObserved() {
        CalendarBook book = Courts.with("""
                amends: us-nysd
                observed: {when: saturday-to-friday-before, authority: 5 U.S.C. 6103(b)(1)}
                opens: {on: July 4, authority: Standing Order 27-1}
                """);

        assertThat(book.get(NYSD).on(LocalDate.of(2026, 7, 3))).isEqualTo(new CourtDay.Open());
        assertThat(book.get(NYSD).on(LocalDate.of(2026, 7, 4)))
                .as("still a Saturday")
                .isInstanceOf(CourtDay.Closed.class);
    }

    @Test
    void aFileThatOpensADayMayCloseItAnew() {
        CalendarBook book = Courts.with("""
                amends: us-nysd
                opens: {on: 2027-07-05, authority: correction}
                closures: {name: Building works, on: 2027-07-05, kind: building-only, authority: notice}
                """);

        assertThat(book.get(NYSD).on(LocalDate.of(2027, 7, 5)))
                .isEqualTo(new CourtDay.Closed(
                        List.of(new Closure("Building works", ClosureKind.BUILDING_ONLY, "notice"))));
    }

    @Test
    void laterAmendmentsReplaceClosuresOfTheSameName() {
        CalendarBook book = Courts.with(STORM, STORM.replace("clerk-inaccessible", "building-only"));

        assertThat(book.get(NYSD).on(THU_2027_01_28))
                .isInstanceOfSatisfying(
                        CourtDay.Closed.class,
                        closed -> assertThat(closed.why()).hasSize(1));
        assertThat(OpenDays.of(book.get(NYSD)).onOrAfter(THU_2027_01_28))
                .isEqualTo(new Landing.On(THU_2027_01_28, List.of()));
    }

    @Test
    void aFirmDefinesItsOwnCalendarOverAShippedOne() {
        CalendarBook book = Courts.with("""
                calendar: harper-lin
                title: Harper & Lin LLP
                over: us-federal
                zone: America/Chicago
                coverage: {from: 2026-01-01, to: 2028-12-31, checked: 2026-11-22}
                closing-hour: {at: "16:30", authority: firm}
                closures:
                  - {name: Day after Thanksgiving, on: 4th Friday of November, kind: holiday, authority: firm, observed: no}
                """);
        CourtCalendar firm = book.get(new CalendarId("harper-lin"));

        assertThat(firm.zone()).contains(ZoneId.of("America/Chicago"));
        assertThat(firm.on(LocalDate.of(2026, 11, 27))).isInstanceOf(CourtDay.Closed.class);
        assertThat(firm.on(LocalDate.of(2026, 11, 26))).isInstanceOf(CourtDay.Closed.class);
        assertThat(firm.on(LocalDate.of(2029, 1, 2))).isInstanceOf(CourtDay.Unknown.class);
        assertThat(firm.closingHour().orElseThrow().endOf(LocalDate.of(2026, 7, 1), ZoneId.of("America/Chicago")))
                .isEqualTo("2026-07-01T21:30:00Z");
        assertThat(firm.filingHour())
                .as("inherited")
                .isEqualTo(book.get(FEDERAL).filingHour());
    }

    /** A calendar is put together, and its days unfolded, when first asked for. */
    @Test
    void manyMayAskABookAtOnce() {
        CalendarBook book = Courts.with(STORM);

        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(each -> book.get(NYSD).on(THU_2027_01_28))
                        .distinct())
                .hasSize(1);
        assertThat(book.get(NYSD)).isSameAs(book.get(NYSD));
    }

    @Test
    void aBookKnowsItsCalendarsAndSuggestsTheNearest() {
        CalendarBook book = Courts.with();

        assertThat(book.ids())
                .extracting(CalendarId::value)
                .contains("us-federal", "us-nysd")
                .isSorted();
        assertThat(book.find(new CalendarId("us-nowhere"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.get(new CalendarId("us-nysb")))
                .withMessage("no calendar is called \"us-nysb\"; did you mean \"us-nysd\"?");
    }
}
