package org.tickler.calendars.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasterSundayTest {

    private final EasterSunday easter = new EasterSunday();

    /** As almanacs print it, from 1960 to 2040, month and day. */
    private static final String PRINTED = """
            04-17 04-02 04-22 04-14 03-29 04-18 04-10 03-26 04-14 04-06
            03-29 04-11 04-02 04-22 04-14 03-30 04-18 04-10 03-26 04-15
            04-06 04-19 04-11 04-03 04-22 04-07 03-30 04-19 04-03 03-26
            04-15 03-31 04-19 04-11 04-03 04-16 04-07 03-30 04-12 04-04
            04-23 04-15 03-31 04-20 04-11 03-27 04-16 04-08 03-23 04-12
            04-04 04-24 04-08 03-31 04-20 04-05 03-27 04-16 04-01 04-21
            04-12 04-04 04-17 04-09 03-31 04-20 04-05 03-28 04-16 04-01
            04-21 04-13 03-28 04-17 04-09 03-25 04-13 04-05 04-25 04-10
            04-01
            """;

    @Test
    void fallsOnThePrintedDatesFrom1960To2040() {
        List<LocalDate> reckoned = IntStream.rangeClosed(1960, 2040)
                .mapToObj(year -> easter.in(year).orElseThrow())
                .toList();
        List<String> printed = Stream.of(PRINTED.split("\\s+")).toList();

        assertThat(reckoned.stream().map(date -> date.toString().substring(5))).containsExactlyElementsOf(printed);
    }

    @ParameterizedTest
    @CsvSource({"1818-03-22", "1943-04-25", "2285-03-22", "1954-04-18", "1981-04-19", "2049-04-18", "2076-04-19"})
    void fallsOnTheDatesThatTryTheReckoning(LocalDate date) {
        assertThat(easter.in(date.getYear())).contains(date);
    }

    @Test
    void isASundayBetween22MarchAnd25April() {
        for (int year = 1583; year <= 4099; year++) {
            LocalDate date = easter.in(year).orElseThrow();
            assertThat(date.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(MonthDay.from(date)).isBetween(MonthDay.of(3, 22), MonthDay.of(4, 25));
        }
    }
}
