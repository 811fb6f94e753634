package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    private static WorkingHours.Span span(String from, String to) {
        return new WorkingHours.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    void readsOneRangeForSeveralDays() {
        WorkingHours hours = WorkingHours.parse("Mon-Fri 09:00-17:30");

        assertThat(hours.on(DayOfWeek.MONDAY)).containsExactly(span("09:00", "17:30"));
        assertThat(hours.on(DayOfWeek.FRIDAY)).containsExactly(span("09:00", "17:30"));
        assertThat(hours.on(DayOfWeek.SATURDAY)).isEmpty();
    }

    @Test
    void readsOtherHoursForOtherDays() {
        WorkingHours hours = WorkingHours.parse("Mon-Thu 8:30-18:00, Fri 08:30-15:00, sat 10:00-24:00");

        assertThat(hours.on(DayOfWeek.THURSDAY)).containsExactly(span("08:30", "18:00"));
        assertThat(hours.on(DayOfWeek.FRIDAY)).containsExactly(span("08:30", "15:00"));
        assertThat(hours.on(DayOfWeek.SATURDAY)).containsExactly(span("10:00", "00:00"));
    }

    @Test
    void readsABreakAsTwoRangesInOrder() {
        assertThat(WorkingHours.parse("Mon-Fri 13:00-17:00, Mon-Fri 09:00-12:00")
                        .on(DayOfWeek.TUESDAY))
                .containsExactly(span("09:00", "12:00"), span("13:00", "17:00"));
    }

    @Test
    void readsDaysOverTheEndOfTheWeek() {
        WorkingHours hours = WorkingHours.parse("Sat-Mon 09:00-12:00");

        assertThat(hours.on(DayOfWeek.SUNDAY)).hasSize(1);
        assertThat(hours.on(DayOfWeek.MONDAY)).hasSize(1);
        assertThat(hours.on(DayOfWeek.TUESDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri                                 | not of the form Mon-Fri 09:00-17:30",
                "Monday-Friday 09:00-17:00               | not of the form",
                "Mon-Fri 9-17                            | not of the form",
                "Mon-Fri 09:00-17:30,                    | not of the form",
                "Mon-Fry 09:00-17:30                     | none of the days",
                "Mon-Fri 17:30-09:00                     | open before they close",
                "Mon-Fri 09:00-09:00                     | open before they close",
                "Mon-Fri 22:00-00:00                     | end at 24:00",
                "Mon-Fri 09:00-25:00                     | not a time from 00:00",
                "Mon-Fri 09:60-17:00                     | not a time from 00:00",
                "Mon-Fri 09:00-17:00, Wed 12:00-18:00    | overlap on WEDNESDAY",
                "Mon 09:00-24:00, Mon 23:00-24:00        | overlap on MONDAY",
            })
    void saysWhatCannotBeRead(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingHours.parse(text))
                .withMessageContaining(message);
    }

    @Test
    void areEqualWhenTheyMeanTheSame() {
        assertThat(WorkingHours.parse("Mon-Tue 09:00-12:00"))
                .isEqualTo(WorkingHours.parse("Tue 9:00-12:00, Mon 09:00-12:00"))
                .hasSameHashCodeAs(WorkingHours.parse("Tue 9:00-12:00, Mon 09:00-12:00"))
                .isNotEqualTo(WorkingHours.parse("Mon 09:00-12:00"));
    }
}
