package org.tickler.calendars.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayRuleTest {

    @ParameterizedTest
    @CsvSource({
        "July 4, 2026, 2026-07-04",
        "February 29, 2028, 2028-02-29",
        "February 29, 2026, ",
        "3rd Monday of January, 2026, 2026-01-19",
        "1st Monday of September, 2025, 2025-09-01",
        "4th Thursday of November, 2026, 2026-11-26",
        "last Monday of May, 2026, 2026-05-25",
        "last Monday of May, 2027, 2027-05-31",
        "5th Monday of February, 2032, ",
        "5th Sunday of February, 2032, 2032-02-29",
        "Monday before May 25, 2026, 2026-05-18",
        "Monday before May 25, 2027, 2027-05-24",
        "Monday on or before May 25, 2026, 2026-05-25",
        "Tuesday after November 1, 2022, 2022-11-08",
        "Tuesday on or after November 1, 2022, 2022-11-01",
        "Wednesday before November 23, 2026, 2026-11-18",
        "Sunday before January 3, 2027, 2026-12-27",
        "Monday after February 29, 2027, ",
        "Easter, 2026, 2026-04-05",
        "2 days before Easter, 2026, 2026-04-03",
        "1 day after Easter, 2026, 2026-04-06",
        "60 days after Easter, 2026, 2026-06-04",
        "1 day after 4th Thursday of November, 2026, 2026-11-27",
        "1 day after Monday before May 25, 2026, 2026-05-19",
        "1 day before January 1, 2027, 2026-12-31",
        "1 day after February 29, 2027, ",
        "1 day after 2025-01-09, 2025, 2025-01-10",
        "2025-01-09, 2025, 2025-01-09",
        "2025-01-09, 2026, "
    })
    void fallsOn(String rule, int year, LocalDate date) {
        assertThat(HolidayRuleParser.parse(rule).in(year)).isEqualTo(Optional.ofNullable(date));
    }

    @Test
    void readsEachFormIntoItsRule() {
        assertThat(HolidayRuleParser.parse("July 4")).isEqualTo(new FixedDate(MonthDay.of(7, 4)));
        assertThat(HolidayRuleParser.parse("last Monday of May"))
                .isEqualTo(new NthWeekday(NthWeekday.LAST, DayOfWeek.MONDAY, Month.MAY));
        assertThat(HolidayRuleParser.parse("2025-01-09")).isEqualTo(new OneOff(LocalDate.of(2025, 1, 9)));
        assertThat(HolidayRuleParser.parse("Easter")).isEqualTo(new EasterSunday());
        assertThat(HolidayRuleParser.parse("Sunday on or after June 1"))
                .isEqualTo(new NearWeekday(DayOfWeek.SUNDAY, NearWeekday.Side.ON_OR_AFTER, MonthDay.of(6, 1)));
        assertThat(HolidayRuleParser.parse("2 days before Easter")).isEqualTo(new DaysFrom(-2, new EasterSunday()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "July",
                "july 4",
                "4 July",
                "July 4th",
                "6th Monday of May",
                "Monday",
                "third Monday of May",
                "easter",
                "Easter Monday",
                "Monday near May 25",
                "Monday before May",
                "Monday before 25 May",
                "0 days before Easter",
                "366 days after Easter",
                "two days before Easter",
                "2 days around Easter",
                "1 day after 1 day after Easter",
                "2 days before"
            })
    void refusesOtherWords(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> HolidayRuleParser.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"February 30", "July 0", "2026-02-30", "2026-13-01"})
    void refusesDaysThatDoNotExist(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> HolidayRuleParser.parse(text));
    }

    @Test
    void ordinalsGoToFive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NthWeekday(0, DayOfWeek.MONDAY, Month.MAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new NthWeekday(6, DayOfWeek.MONDAY, Month.MAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mondy before May 25 | no weekday is called \"Mondy\"; did you mean \"Monday\"?",
                "Monday before Mai 25 | no month is called \"Mai\"; did you mean \"May\"?",
                "0 days before Easter | days before or after must be 1 to 365, but was 0",
                "1 day after 1 day after Easter | days are counted from a day that is not counted from another one",
                "2 days before Ester | neither a date, nor a day of a month, nor a weekday of a month or next to a day, nor Easter, nor days before or after one of these",
            })
    void saysWhichWordIsWrong(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayRuleParser.parse(text))
                .withMessage(why);
    }

    @Test
    void keepsToTheNextWeekdayThatNoOtherHolidayHas() {
        Observance next = Observance.WEEKEND_TO_NEXT_OPEN_WEEKDAY;
        LocalDate boxingDay = LocalDate.of(2022, 12, 26);

        assertThat(next.of(LocalDate.of(2022, 12, 25), boxingDay::equals)).contains(LocalDate.of(2022, 12, 27));
        assertThat(next.of(LocalDate.of(2021, 12, 25), day -> false)).contains(LocalDate.of(2021, 12, 27));
        assertThat(next.of(boxingDay, day -> false)).as("a Monday").isEmpty();
        assertThat(next.of(LocalDate.of(2022, 12, 25), day -> true))
                .as("no day is free")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SATURDAY_TO_MONDAY_AFTER, 2028-01-01, 2028-01-03",
        "SATURDAY_TO_MONDAY_AFTER, 2027-07-04, ",
        "SATURDAY_TO_FRIDAY_BEFORE, 2028-01-01, 2027-12-31",
        "SATURDAY_TO_FRIDAY_BEFORE, 2027-07-04, ",
        "SUNDAY_TO_MONDAY_AFTER, 2027-07-04, 2027-07-05",
        "SUNDAY_TO_MONDAY_AFTER, 2026-07-04, ",
        "SUNDAY_TO_MONDAY_AFTER, 2028-12-31, 2029-01-01"
    })
    void observes(Observance observance, LocalDate falls, LocalDate kept) {
        assertThat(observance.of(falls, day -> false)).isEqualTo(Optional.ofNullable(kept));
    }

    @Test
    void validityHasBothItsEnds() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        Validity one = new Validity(Optional.of(day), Optional.of(day));

        assertThat(one.contains(day)).isTrue();
        assertThat(one.contains(day.minusDays(1))).isFalse();
        assertThat(one.contains(day.plusDays(1))).isFalse();
        assertThat(Validity.ALWAYS.contains(LocalDate.MIN)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Validity(Optional.of(day), Optional.of(day.minusDays(1))));
    }
}
