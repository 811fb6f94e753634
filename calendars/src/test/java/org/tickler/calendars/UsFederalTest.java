package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsFederalTest {

    private static final CourtCalendar FEDERAL = Courts.FEDERAL;
    private static final DateTimeFormatter ROW = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.US);

    private static Stream<LocalDate> everyDay() {
        return FEDERAL.coverage().from().datesUntil(FEDERAL.coverage().to().plusDays(1));
    }

    private static List<Closure> closuresOn(LocalDate date) {
        return FEDERAL.on(date) instanceof CourtDay.Closed closed
                ? closed.why().stream()
                        .filter(Closure.class::isInstance)
                        .map(Closure.class::cast)
                        .toList()
                : List.of();
    }

    private static boolean isOn(LocalDate date, ClosureKind... kinds) {
        return closuresOn(date).stream().anyMatch(closure -> List.of(kinds).contains(closure.kind()));
    }

    /**
     * The weekdays on which federal courts kept a holiday, from 2020 as the Office of Personnel Management's tables
     * list them by the day kept, before as the acts say. New Year's Day 2022, 2028 and 2033 are kept in the year before.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1960 | Fri 1 Jan, Mon 22 Feb, Mon 30 May, Mon 4 Jul, Mon 5 Sep, Fri 11 Nov, Thu 24 Nov, Mon 26 Dec",
                "1964 | Wed 1 Jan, Fri 21 Feb, Fri 29 May, Fri 3 Jul, Mon 7 Sep, Wed 11 Nov, Thu 26 Nov, Fri 25 Dec",
                "1965 | Fri 1 Jan, Mon 22 Feb, Mon 31 May, Mon 5 Jul, Mon 6 Sep, Thu 11 Nov, Thu 25 Nov, Fri 24 Dec, Fri 31 Dec",
                "1966 | Tue 22 Feb, Mon 30 May, Mon 4 Jul, Mon 5 Sep, Fri 11 Nov, Thu 24 Nov, Mon 26 Dec",
                "1970 | Thu 1 Jan, Mon 23 Feb, Fri 29 May, Fri 3 Jul, Mon 7 Sep, Wed 11 Nov, Thu 26 Nov, Fri 25 Dec",
                "1971 | Fri 1 Jan, Mon 15 Feb, Mon 31 May, Mon 5 Jul, Mon 6 Sep, Mon 11 Oct, Mon 25 Oct, Thu 25 Nov, Fri 24 Dec, Fri 31 Dec",
                "2020 | Wed 1 Jan, Mon 20 Jan, Mon 17 Feb, Mon 25 May, Fri 3 Jul, Mon 7 Sep, Mon 12 Oct, Wed 11 Nov, Thu 26 Nov, Fri 25 Dec",
                "2021 | Fri 1 Jan, Mon 18 Jan, Mon 15 Feb, Mon 31 May, Fri 18 Jun, Mon 5 Jul, Mon 6 Sep, Mon 11 Oct, Thu 11 Nov, Thu 25 Nov, Fri 24 Dec, Fri 31 Dec",
                "2022 | Mon 17 Jan, Mon 21 Feb, Mon 30 May, Mon 20 Jun, Mon 4 Jul, Mon 5 Sep, Mon 10 Oct, Fri 11 Nov, Thu 24 Nov, Mon 26 Dec",
                "2023 | Mon 2 Jan, Mon 16 Jan, Mon 20 Feb, Mon 29 May, Mon 19 Jun, Tue 4 Jul, Mon 4 Sep, Mon 9 Oct, Fri 10 Nov, Thu 23 Nov, Mon 25 Dec",
                "2024 | Mon 1 Jan, Mon 15 Jan, Mon 19 Feb, Mon 27 May, Wed 19 Jun, Thu 4 Jul, Mon 2 Sep, Mon 14 Oct, Mon 11 Nov, Thu 28 Nov, Wed 25 Dec",
                "2025 | Wed 1 Jan, Mon 20 Jan, Mon 17 Feb, Mon 26 May, Thu 19 Jun, Fri 4 Jul, Mon 1 Sep, Mon 13 Oct, Tue 11 Nov, Thu 27 Nov, Thu 25 Dec",
                "2026 | Thu 1 Jan, Mon 19 Jan, Mon 16 Feb, Mon 25 May, Fri 19 Jun, Fri 3 Jul, Mon 7 Sep, Mon 12 Oct, Wed 11 Nov, Thu 26 Nov, Fri 25 Dec",
                "2027 | Fri 1 Jan, Mon 18 Jan, Mon 15 Feb, Mon 31 May, Fri 18 Jun, Mon 5 Jul, Mon 6 Sep, Mon 11 Oct, Thu 11 Nov, Thu 25 Nov, Fri 24 Dec, Fri 31 Dec",
                "2028 | Mon 17 Jan, Mon 21 Feb, Mon 29 May, Mon 19 Jun, Tue 4 Jul, Mon 4 Sep, Mon 9 Oct, Fri 10 Nov, Thu 23 Nov, Mon 25 Dec",
                "2029 | Mon 1 Jan, Mon 15 Jan, Mon 19 Feb, Mon 28 May, Tue 19 Jun, Wed 4 Jul, Mon 3 Sep, Mon 8 Oct, Mon 12 Nov, Thu 22 Nov, Tue 25 Dec",
                "2030 | Tue 1 Jan, Mon 21 Jan, Mon 18 Feb, Mon 27 May, Wed 19 Jun, Thu 4 Jul, Mon 2 Sep, Mon 14 Oct, Mon 11 Nov, Thu 28 Nov, Wed 25 Dec",
                "2031 | Wed 1 Jan, Mon 20 Jan, Mon 17 Feb, Mon 26 May, Thu 19 Jun, Fri 4 Jul, Mon 1 Sep, Mon 13 Oct, Tue 11 Nov, Thu 27 Nov, Thu 25 Dec",
                "2032 | Thu 1 Jan, Mon 19 Jan, Mon 16 Feb, Mon 31 May, Fri 18 Jun, Mon 5 Jul, Mon 6 Sep, Mon 11 Oct, Thu 11 Nov, Thu 25 Nov, Fri 24 Dec, Fri 31 Dec",
                "2033 | Mon 17 Jan, Mon 21 Feb, Mon 30 May, Mon 20 Jun, Mon 4 Jul, Mon 5 Sep, Mon 10 Oct, Fri 11 Nov, Thu 24 Nov, Mon 26 Dec",
                "2034 | Mon 2 Jan, Mon 16 Jan, Mon 20 Feb, Mon 29 May, Mon 19 Jun, Tue 4 Jul, Mon 4 Sep, Mon 9 Oct, Fri 10 Nov, Thu 23 Nov, Mon 25 Dec",
                "2035 | Mon 1 Jan, Mon 15 Jan, Mon 19 Feb, Mon 28 May, Tue 19 Jun, Wed 4 Jul, Mon 3 Sep, Mon 8 Oct, Mon 12 Nov, Thu 22 Nov, Tue 25 Dec",
                "2036 | Tue 1 Jan, Mon 21 Jan, Mon 18 Feb, Mon 26 May, Thu 19 Jun, Fri 4 Jul, Mon 1 Sep, Mon 13 Oct, Tue 11 Nov, Thu 27 Nov, Thu 25 Dec",
            })
    void closesOnTheHolidaysOfTheYear(int year, String days) {
        List<LocalDate> listed = Arrays.stream(days.split(", "))
                .map(day -> LocalDate.parse(day + " " + year, ROW))
                .toList();

        assertThat(everyDay()
                        .filter(date ->
                                date.getYear() == year && date.getDayOfWeek().getValue() <= 5)
                        .filter(date -> isOn(date, ClosureKind.HOLIDAY, ClosureKind.OBSERVED_HOLIDAY)))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void hasEightToElevenHolidaysAYearAsTheLawGrew() {
        for (int year = 1960; year <= 2036; year++) {
            int expected = year < 1971 ? 8 : year < 1986 ? 9 : year < 2021 ? 10 : 11;
            int of = year;
            assertThat(everyDay().filter(date -> date.getYear() == of && isOn(date, ClosureKind.HOLIDAY)))
                    .as("holidays of " + year)
                    .hasSize(expected);
        }
    }

    @Test
    void namesWeekendAndClosuresAsReasonsAndNothingElse() {
        everyDay().forEach(date -> {
            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            boolean open = FEDERAL.on(date) instanceof CourtDay.Open;
            assertThat(open)
                    .as(date.toString())
                    .isEqualTo(!weekend && closuresOn(date).isEmpty());
        });
    }

    @Test
    void observesOnWeekdaysOnly() {
        assertThat(everyDay().filter(date -> isOn(date, ClosureKind.OBSERVED_HOLIDAY)))
                .isNotEmpty()
                .allMatch(date -> date.getDayOfWeek() == DayOfWeek.FRIDAY || date.getDayOfWeek() == DayOfWeek.MONDAY);
    }

    @Test
    void keepsNewYear2028OnTheLastFridayOf2027() {
        LocalDate friday = LocalDate.of(2027, 12, 31);

        assertThat(closuresOn(friday))
                .containsExactly(new Closure(
                        "New Year's Day (observed)",
                        ClosureKind.OBSERVED_HOLIDAY,
                        "5 U.S.C. 6103(a); 5 U.S.C. 6103(b)(1)"));
        assertThat(FEDERAL.on(LocalDate.of(2028, 1, 1)))
                .isEqualTo(new CourtDay.Closed(List.of(
                        new CourtDay.Weekend(DayOfWeek.SATURDAY),
                        new Closure("New Year's Day", ClosureKind.HOLIDAY, "5 U.S.C. 6103(a)"))));
    }

    @ParameterizedTest
    @CsvSource({
        "1971-10-25, true",
        "1977-10-24, true",
        "1977-11-11, false",
        "1978-10-23, false",
        "1978-11-11, true",
        "1978-11-10, true",
        "2026-11-11, true"
    })
    void keptVeteransDayInOctoberFrom1971To1977(LocalDate date, boolean kept) {
        assertThat(closuresOn(date).stream().anyMatch(closure -> closure.name().startsWith("Veterans Day")))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"1985-01-21, false", "1986-01-20, true", "2020-06-19, false", "2021-06-18, true", "2021-06-19, true"})
    void addsHolidaysFromTheirStatutesOn(LocalDate date, boolean kept) {
        assertThat(isOn(date, ClosureKind.HOLIDAY, ClosureKind.OBSERVED_HOLIDAY))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "1963-11-25",
        "1969-03-31",
        "1986-12-26",
        "2007-01-02",
        "2007-12-24",
        "2012-12-24",
        "2014-12-26",
        "2018-12-05",
        "2018-12-24",
        "2024-12-24",
        "2019-12-24",
        "2020-12-24",
        "2025-01-09",
        "2025-12-24",
        "2025-12-26"
    })
    void marksExecutiveClosingsAsUnsettled(LocalDate date) {
        assertThat(closuresOn(date)).singleElement().satisfies(closure -> {
            assertThat(closure.kind()).isEqualTo(ClosureKind.PROCLAIMED);
            assertThat(closure.kind().filing()).isEqualTo(ClosureKind.Filing.UNSETTLED);
            assertThat(closure.authority()).startsWith("Exec. Order 1");
        });
    }

    @Test
    void doesNotKnowDaysBeforeAndAfterItsCoverage() {
        assertThat(FEDERAL.coverage().checked()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(FEDERAL.on(LocalDate.of(1960, 1, 1))).isInstanceOf(CourtDay.Closed.class);
        assertThat(FEDERAL.on(LocalDate.of(2036, 12, 31))).isEqualTo(new CourtDay.Open());
        assertThat(FEDERAL.on(LocalDate.of(1959, 12, 31))).isInstanceOf(CourtDay.Unknown.class);
        assertThat(FEDERAL.on(LocalDate.of(2037, 1, 1)))
                .isEqualTo(new CourtDay.Unknown(
                        "the calendar us-federal vouches for 1960-01-01 to 2036-12-31, not for 2037-01-01"));
        assertThat(FEDERAL.on(LocalDate.of(2037, 1, 3))).as("a Saturday").isInstanceOf(CourtDay.Unknown.class);
    }

    @Test
    void endsTheDayForFilingAtMidnightInTheCourtsZone() {
        assertThat(FEDERAL.zone()).isEmpty();
        assertThat(Courts.NYSD.title()).isEqualTo("U.S. District Court, Southern District of New York");
        assertThat(Courts.NYSD.closingHour()).isEmpty();
        assertThat(Courts.NYSD
                        .filingHour()
                        .orElseThrow()
                        .endOf(LocalDate.of(2026, 3, 27), Courts.NYSD.zone().orElseThrow()))
                .isEqualTo("2026-03-28T04:00:00Z");
    }

    @Test
    void southernDistrictOfNewYorkKeepsTheFederalDaysAndThoseOfTheStateOneWayOnly() {
        assertThat(everyDay().filter(Courts.NYSD.coverage()::contains)).allMatch(date -> {
            List<CourtDay.Reason> more = new ArrayList<>(reasons(Courts.NYSD.on(date)));
            more.removeAll(reasons(FEDERAL.on(date)));
            return more.stream()
                    .allMatch(
                            reason -> reason instanceof Closure closure && closure.kind() == ClosureKind.STATE_HOLIDAY);
        });
        assertThat(Courts.NYSD.on(LocalDate.of(2026, 11, 3)))
                .isInstanceOfSatisfying(
                        CourtDay.Closed.class,
                        day -> assertThat(day.why())
                                .extracting(CourtDay.Reason::name)
                                .containsExactly("General election day"));
    }

    private static List<CourtDay.Reason> reasons(CourtDay day) {
        return day instanceof CourtDay.Closed closed ? closed.why() : List.of();
    }
}
