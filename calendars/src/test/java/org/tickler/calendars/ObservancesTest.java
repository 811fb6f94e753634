package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How holidays of the weekend are kept, where a law does not simply take the day before or after. */
class ObservancesTest {

    private static final DateTimeFormatter ROW = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.US);

    private static List<Closure> closuresOn(CourtCalendar court, LocalDate date) {
        return court.on(date) instanceof CourtDay.Closed closed
                ? closed.why().stream()
                        .filter(Closure.class::isInstance)
                        .map(Closure.class::cast)
                        .toList()
                : List.of();
    }

    /** The weekdays on which a calendar is closed. */
    private static List<LocalDate> weekdaysClosed(CourtCalendar court, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(date -> !closuresOn(court, date).isEmpty())
                .toList();
    }

    private static CourtCalendar court(String observed, String closures) {
        return Courts.with("""
                calendar: court
                title: A court
                coverage: {from: 2020-01-01, to: 2030-12-31, checked: 2026-11-26}
                observed: %s
                closures: %s
                """.formatted(observed, closures)).get(new CalendarId("court"));
    }

    /** As GOV.UK lists the bank holidays of England and Wales. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010 | Fri 1 Jan, Fri 2 Apr, Mon 5 Apr, Mon 3 May, Mon 31 May, Mon 30 Aug, Mon 27 Dec, Tue 28 Dec",
                "2020 | Wed 1 Jan, Fri 10 Apr, Mon 13 Apr, Fri 8 May, Mon 25 May, Mon 31 Aug, Fri 25 Dec, Mon 28 Dec",
                "2021 | Fri 1 Jan, Fri 2 Apr, Mon 5 Apr, Mon 3 May, Mon 31 May, Mon 30 Aug, Mon 27 Dec, Tue 28 Dec",
                "2022 | Mon 3 Jan, Fri 15 Apr, Mon 18 Apr, Mon 2 May, Thu 2 Jun, Fri 3 Jun, Mon 29 Aug, Mon 19 Sep, Mon 26 Dec, Tue 27 Dec",
                "2026 | Thu 1 Jan, Fri 3 Apr, Mon 6 Apr, Mon 4 May, Mon 25 May, Mon 31 Aug, Fri 25 Dec, Mon 28 Dec",
                "2027 | Fri 1 Jan, Fri 26 Mar, Mon 29 Mar, Mon 3 May, Mon 31 May, Mon 30 Aug, Mon 27 Dec, Tue 28 Dec",
                "2028 | Mon 3 Jan, Fri 14 Apr, Mon 17 Apr, Mon 1 May, Mon 29 May, Mon 28 Aug, Mon 25 Dec, Tue 26 Dec",
            })
    void keepsTheBankHolidaysOfEngland(int year, String days) {
        CourtCalendar england = Courts.with(Courts.text("good/england.yaml")).get(new CalendarId("xx-england"));
        List<LocalDate> listed = Arrays.stream(days.split(", "))
                .map(day -> LocalDate.parse(day + " " + year, ROW))
                .toList();

        assertThat(weekdaysClosed(england, year)).containsExactlyElementsOf(listed);
    }

    @Test
    void givesTheEarlierOfTwoHolidaysTheFirstDay() {
        CourtCalendar england = Courts.with(Courts.text("good/england.yaml")).get(new CalendarId("xx-england"));

        assertThat(closuresOn(england, LocalDate.of(2027, 12, 27)))
                .extracting(Closure::name)
                .containsExactly("Christmas Day (observed)");
        assertThat(closuresOn(england, LocalDate.of(2027, 12, 28)))
                .extracting(Closure::name)
                .containsExactly("Boxing Day (observed)");
        assertThat(closuresOn(england, LocalDate.of(2022, 12, 27)))
                .extracting(Closure::name)
                .containsExactly("Christmas Day (observed)");
        assertThat(closuresOn(england, LocalDate.of(2027, 12, 25)))
                .as("the Saturday stays closed too")
                .extracting(Closure::kind)
                .containsExactly(ClosureKind.HOLIDAY);
    }

    @Test
    void movesASaturdayToMonday() {
        CourtCalendar court = court(
                "{when: saturday-to-monday-after, authority: Code 1}",
                "{name: June day, on: [June 6, June 14], kind: holiday, authority: Code 2}");

        assertThat(closuresOn(court, LocalDate.of(2026, 6, 8)))
                .containsExactly(new Closure("June day (observed)", ClosureKind.OBSERVED_HOLIDAY, "Code 2; Code 1"));
        assertThat(closuresOn(court, LocalDate.of(2026, 6, 15))).as("a Sunday").isEmpty();
    }

    @Test
    void anObservanceIsLawFromAndToTheDayOnWhichTheHolidayFalls() {
        CourtCalendar court = court(
                "[{when: sunday-to-monday-after, authority: Code 1, to: 2022-12-25},"
                        + " {when: saturday-to-monday-after, authority: Code 1, from: 2027-12-25}]",
                "{name: Christmas Day, on: December 25, kind: holiday, authority: Code 2}");

        assertThat(closuresOn(court, LocalDate.of(2022, 12, 26))).hasSize(1);
        assertThat(closuresOn(court, LocalDate.of(2021, 12, 27))).isEmpty();
        assertThat(closuresOn(court, LocalDate.of(2027, 12, 27))).hasSize(1);
    }

    @Test
    void anEntryMayHaveSomeOfTheObservancesOnly() {
        CourtCalendar court = court(
                "[{when: saturday-to-friday-before, authority: Code 1}, {when: sunday-to-monday-after, authority: Code 1}]",
                "[{name: A, on: July 4, kind: holiday, authority: x, observed: sunday-to-monday-after},"
                        + " {name: B, on: June 6, kind: proclaimed, authority: x, observed: [saturday-to-friday-before]},"
                        + " {name: C, on: December 25, kind: holiday, authority: x, observed: no},"
                        + " {name: D, on: May 1, kind: proclaimed, authority: x, observed: yes}]");

        assertThat(closuresOn(court, LocalDate.of(2026, 7, 3))).isEmpty();
        assertThat(closuresOn(court, LocalDate.of(2027, 7, 5))).hasSize(1);
        assertThat(closuresOn(court, LocalDate.of(2026, 6, 5))).hasSize(1);
        assertThat(closuresOn(court, LocalDate.of(2027, 12, 24))).isEmpty();
        assertThat(closuresOn(court, LocalDate.of(2027, 4, 30))).hasSize(1);
    }

    @Test
    void aSingleDayOfTheWeekendThatIsKeptOnAnotherIsNoMistake() {
        CourtCalendar court = court(
                "{when: sunday-to-monday-after, authority: Code 1}",
                "{name: Jubilee, on: 2026-06-07, kind: holiday, authority: Code 2}");

        assertThat(closuresOn(court, LocalDate.of(2026, 6, 8))).hasSize(1);
    }

    @Test
    void openingBoxingDayOpensTheDayOnWhichItWasKept() {
        String opened = """
                amends: xx-england
                observed: {when: weekend-to-next-open-weekday, authority: Order 1}
                opens: {on: December 26, authority: Order 1}
                """;
        CourtCalendar england =
                Courts.with(Courts.text("good/england.yaml"), opened).get(new CalendarId("xx-england"));

        assertThat(england.on(LocalDate.of(2027, 12, 27))).as("for Christmas").isInstanceOf(CourtDay.Closed.class);
        assertThat(england.on(LocalDate.of(2027, 12, 28))).as("for Boxing Day").isEqualTo(new CourtDay.Open());
        assertThat(england.on(LocalDate.of(2022, 12, 26))).isEqualTo(new CourtDay.Open());
    }
}
