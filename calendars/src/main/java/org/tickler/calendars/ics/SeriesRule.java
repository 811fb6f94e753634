package org.tickler.calendars.ics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;

/**
 * An RRULE, checked, with what it leaves out taken from the start of its series.
 *
 * @param times of each day, in order; never empty
 * @param positions of BYSETPOS, empty for all
 */
record SeriesRule(
        Step step,
        int interval,
        End end,
        DayOfWeek weekStart,
        DayFilter days,
        List<LocalTime> times,
        Set<Integer> positions) {

    /**
     * After so many instances (0: no such end), and never later than the local time given, which is still part of
     * it.
     */
    record End(int count, LocalDateTime until) {}

    /** The periods that follow one another, and how many days each has. */
    enum Step {
        DAY(ChronoUnit.DAYS),
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        YEAR(ChronoUnit.YEARS);

        private final ChronoUnit unit;

        Step(ChronoUnit unit) {
            this.unit = unit;
        }

        /** The first day of the period that holds the date. */
        LocalDate begin(LocalDate date, DayOfWeek weekStart) {
            return switch (this) {
                case DAY -> date;
                case WEEK -> date.with(TemporalAdjusters.previousOrSame(weekStart));
                case MONTH -> date.withDayOfMonth(1);
                case YEAR -> date.withDayOfYear(1);
            };
        }

        LocalDate plus(LocalDate begin, long periods) {
            return begin.plus(periods, unit);
        }

        long between(LocalDate begin, LocalDate date) {
            return unit.between(begin, date);
        }
    }
}
