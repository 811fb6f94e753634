package org.tickler.rules.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.MatterId;

class DrillTest {
    @ParameterizedTest
    @CsvSource({
        "2nd Tuesday,   2026-01-01, 2026-01-13",
        "2nd Tuesday,   2026-01-13, 2026-01-13",
        "2nd Tuesday,   2026-01-14, 2026-04-14",
        "1st Thursday,  2026-01-01, 2026-01-01",
        "12th Wednesday,2026-02-01, 2026-03-25",
        "1st monday,    2026-12-31, 2027-01-04"
    })
    void isHeldOnItsWeekdayOfTheQuarter(String on, LocalDate from, LocalDate day) {
        Drill drill = new Drill("d", Drill.On.parse(on), LocalTime.NOON, new MatterId("DRILL"), EntryKind.FILING);
        assertThat(drill.from(from)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tuesday", "2th Tuesday", "0th Monday", "13th Monday", "2nd day", "2nd tuesDay", ""})
    void refusesWhatIsNoDayOfAQuarter(String text) {
        assertThatThrownBy(() -> Drill.On.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsFromTheFirstDayOfTheQuarter() {
        assertThat(Drill.On.parse("1st Friday").inQuarterOf(LocalDate.of(2026, 9, 30)))
                .isEqualTo(LocalDate.of(2026, 7, 3));
    }
}
