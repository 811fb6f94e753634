package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final WorkingHours OFFICE = WorkingHours.parse("Mon-Fri 09:00-17:30");
    private static final BusinessTime FIRM = BusinessTime.of(OFFICE, Courts.FEDERAL, NEW_YORK);

    private static Instant at(LocalDateTime moment) {
        return moment.atZone(NEW_YORK).toInstant();
    }

    /** 26 November 2026 is Thanksgiving Day, a Thursday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, PT4H,    2026-11-23T14:00",
        "2026-11-23T15:30, PT4H,    2026-11-24T11:00",
        "2026-11-23T16:30, PT1H,    2026-11-23T17:30",
        "2026-11-23T17:30, PT1H,    2026-11-24T10:00",
        "2026-11-23T20:00, PT1H,    2026-11-24T10:00",
        "2026-11-23T03:00, PT1H,    2026-11-23T10:00",
        "2026-11-25T17:00, PT1H,    2026-11-27T09:30",
        "2026-11-27T17:00, PT1H,    2026-11-30T09:30",
        "2026-11-28T12:00, PT30M,   2026-11-30T09:30",
        "2026-11-23T10:00, PT0S,    2026-11-23T10:00",
        "2026-11-23T17:30, PT0S,    2026-11-24T09:00",
        "2026-11-26T12:00, PT0S,    2026-11-27T09:00",
        "2026-11-23T09:00, PT42H30M, 2026-11-30T17:30",
    })
    void countsWorkingTimeForward(LocalDateTime start, Duration time, LocalDateTime end) {
        assertThat(FIRM.plus(at(start), time)).isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T11:00, PT4H,    2026-11-23T15:30",
        "2026-11-24T09:00, PT1H,    2026-11-23T16:30",
        "2026-11-24T10:00, PT1H,    2026-11-24T09:00",
        "2026-11-27T09:30, PT1H,    2026-11-25T17:00",
        "2026-11-28T12:00, PT1H,    2026-11-27T16:30",
        "2026-11-24T10:00, PT0S,    2026-11-24T10:00",
        "2026-11-24T09:00, PT0S,    2026-11-23T17:30",
        "2026-11-24T23:00, PT8H30M, 2026-11-24T09:00",
    })
    void countsWorkingTimeBackward(LocalDateTime end, Duration time, LocalDateTime start) {
        assertThat(FIRM.minus(at(end), time)).isEqualTo(at(start));
    }

    @Test
    void measuresDaysWithAClockChangeAsLongAsTheyAre() {
        BusinessTime nights = BusinessTime.of(WorkingHours.parse("Mon-Sun 00:00-06:00"), NEW_YORK);
        Instant springMidnight = at(LocalDateTime.of(2027, 3, 14, 0, 0));
        Instant autumnMidnight = at(LocalDateTime.of(2026, 11, 1, 0, 0));

        assertThat(nights.plus(springMidnight, Duration.ofHours(5))).isEqualTo(at(LocalDateTime.of(2027, 3, 14, 6, 0)));
        assertThat(nights.plus(springMidnight, Duration.ofHours(6))).isEqualTo(at(LocalDateTime.of(2027, 3, 15, 1, 0)));
        assertThat(nights.plus(autumnMidnight, Duration.ofHours(7))).isEqualTo(at(LocalDateTime.of(2026, 11, 1, 6, 0)));
        assertThat(nights.minus(at(LocalDateTime.of(2026, 11, 1, 6, 0)), Duration.ofHours(7)))
                .isEqualTo(autumnMidnight);
    }

    @Test
    void skipsHoursThatTheClockChangeTakesAway() {
        BusinessTime early = BusinessTime.of(WorkingHours.parse("Sun 02:00-03:00"), NEW_YORK);

        assertThat(early.plus(at(LocalDateTime.of(2027, 3, 14, 0, 0)), Duration.ofMinutes(30)))
                .isEqualTo(at(LocalDateTime.of(2027, 3, 21, 2, 30)));
    }

    @Test
    void comesBackWhenItCountsForwardAndBackwardInsideWorkingTime() {
        Instant start = at(LocalDateTime.of(2026, 1, 2, 9, 1));
        for (int step = 0; step < 2_000; step++) {
            Instant moment = FIRM.plus(start, Duration.ofMinutes(61L * step));
            Duration time = Duration.ofMinutes(37L * (step % 50) + 1);
            assertThat(FIRM.minus(FIRM.plus(moment, time), time))
                    .isIn(moment, FIRM.minus(moment, Duration.ZERO), FIRM.plus(moment, Duration.ZERO));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, 1, 2026-11-27",
        "2026-11-26, 0, 2026-11-27",
        "2026-11-25, 0, 2026-11-25",
        "2026-11-28, 1, 2026-11-30",
        "2026-11-20, 5, 2026-11-30"
    })
    void countsWorkedDaysForward(LocalDate start, int days, LocalDate end) {
        assertThat(FIRM.plusDays(start, days)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 1, 2026-11-25",
        "2026-11-26, 0, 2026-11-25",
        "2026-11-29, 1, 2026-11-27",
        "2026-12-01, 4, 2026-11-24"
    })
    void countsWorkedDaysBackward(LocalDate start, int days, LocalDate end) {
        assertThat(FIRM.minusDays(start, days)).isEqualTo(end);
    }

    @Test
    void worksWhenACourtIsInTroubleOrTheExecutiveRests() {
        assertThat(FIRM.isOpen(LocalDate.of(2025, 12, 24)))
                .as("executive closing")
                .isTrue();
        assertThat(FIRM.isOpen(LocalDate.of(2025, 12, 25))).isFalse();
        assertThat(FIRM.isOpen(LocalDate.of(2026, 7, 3))).as("observed").isFalse();
        assertThat(FIRM.isOpen(LocalDate.of(2026, 7, 4))).as("Saturday").isFalse();
    }

    @Test
    void takesAWeekdayAsWorkedWhereTheCalendarKnowsNothing() {
        assertThat(FIRM.isOpen(LocalDate.of(2050, 7, 4))).isTrue();
        assertThat(FIRM.isOpen(LocalDate.of(2050, 7, 3))).as("Sunday").isFalse();
    }

    @Test
    void worksOnHolidaysWithoutACalendar() {
        assertThat(BusinessTime.of(OFFICE, NEW_YORK).isOpen(LocalDate.of(2026, 11, 26)))
                .isTrue();
    }

    @Test
    void refusesNegativeTimes() {
        assertThatIllegalArgumentException().isThrownBy(() -> FIRM.plus(Instant.EPOCH, Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> FIRM.minus(Instant.EPOCH, Duration.ofDays(50_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> FIRM.plusDays(LocalDate.EPOCH, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> FIRM.minusDays(LocalDate.EPOCH, 50_000));
    }
}
