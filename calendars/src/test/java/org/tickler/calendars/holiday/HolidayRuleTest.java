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
                "Easter"
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
    @CsvSource({
        "SATURDAY_TO_FRIDAY_BEFORE, 2028-01-01, 2027-12-31",
        "SATURDAY_TO_FRIDAY_BEFORE, 2027-07-04, ",
        "SUNDAY_TO_MONDAY_AFTER, 2027-07-04, 2027-07-05",
        "SUNDAY_TO_MONDAY_AFTER, 2026-07-04, ",
        "SUNDAY_TO_MONDAY_AFTER, 2028-12-31, 2029-01-01"
    })
    void observes(Observance observance, LocalDate falls, LocalDate kept) {
        assertThat(observance.of(falls)).isEqualTo(Optional.ofNullable(kept));
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
