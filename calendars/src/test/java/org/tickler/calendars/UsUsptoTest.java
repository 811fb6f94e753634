package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsUsptoTest {

    private static final CourtCalendar OFFICE = Courts.shipped("us-uspto");

    private static List<String> holidays(LocalDate date) {
        return OFFICE.on(date) instanceof CourtDay.Closed closed
                ? closed.why().stream()
                        .filter(why -> why instanceof Closure closure && closure.kind() == ClosureKind.HOLIDAY)
                        .map(CourtDay.Reason::name)
                        .toList()
                : List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "1985-01-20, false",
        "1985-01-21, true",
        "1989-01-20, true",
        "2013-01-21, true",
        "2021-01-20, true",
        "2021-01-21, false",
        "2023-01-20, false",
        "2025-01-20, true",
        "2029-01-19, false",
        "2033-01-20, true"
    })
    void keepsInaugurationDayAndItsMondayButNoFriday(LocalDate date, boolean kept) {
        assertThat(holidays(date).contains("Inauguration Day")).isEqualTo(kept);
        assertThat(Courts.FEDERAL.on(LocalDate.of(2021, 1, 20)))
                .as("in the courts")
                .isEqualTo(new CourtDay.Open());
    }

    @Test
    void keepsBothHolidaysOfADay() {
        assertThat(holidays(LocalDate.of(2025, 1, 20)))
                .containsExactly("Birthday of Martin Luther King, Jr.", "Inauguration Day");
    }

    @Test
    void takesItsOwnClosingsForHolidays() {
        assertThat(holidays(LocalDate.of(2010, 2, 8))).containsExactly("Closing of the Office");
        assertThat(OFFICE.on(LocalDate.of(1994, 4, 27)))
                .as("in place of the unsettled closing below")
                .isInstanceOfSatisfying(
                        CourtDay.Closed.class,
                        closed -> assertThat(closed.why()).hasSize(1));
        assertThat(holidays(LocalDate.of(1994, 4, 27))).hasSize(1);
    }

    @Test
    void isInEasternTimeAndKnownSince1983() {
        assertThat(OFFICE.zone()).contains(ZoneId.of("America/New_York"));
        assertThat(OFFICE.on(LocalDate.of(1982, 12, 31))).isInstanceOf(CourtDay.Unknown.class);
    }
}
