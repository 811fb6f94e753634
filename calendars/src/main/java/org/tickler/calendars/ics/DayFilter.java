package org.tickler.calendars.ics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.Set;

/**
 * The BY… parts of a rule that choose days. Each empty set lets every day pass; negative numbers count from the end.
 *
 * @param byYear whether the n-th Monday is that of the year rather than of the month
 */
record DayFilter(
        Set<Integer> months,
        Set<Integer> weeks,
        Set<Integer> yearDays,
        Set<Integer> monthDays,
        Set<NthDay> weekdays,
        boolean byYear) {

    /** A weekday, the n-th of its month or year; 0 for each of them. */
    record NthDay(DayOfWeek day, int nth) {}

    boolean accepts(LocalDate date, DayOfWeek weekStart) {
        return (months.isEmpty() || months.contains(date.getMonthValue()))
                && holds(monthDays, date.getDayOfMonth(), date.lengthOfMonth())
                && holds(yearDays, date.getDayOfYear(), date.lengthOfYear())
                && (weekdays.isEmpty() || isWeekday(date))
                && (weeks.isEmpty() || isInWeeks(date, weekStart));
    }

    private boolean isWeekday(LocalDate date) {
        int place = byYear ? date.getDayOfYear() : date.getDayOfMonth();
        int length = byYear ? date.lengthOfYear() : date.lengthOfMonth();
        DayOfWeek day = date.getDayOfWeek();
        return weekdays.contains(new NthDay(day, 0))
                || weekdays.contains(new NthDay(day, (place - 1) / 7 + 1))
                || weekdays.contains(new NthDay(day, -((length - place) / 7 + 1)));
    }

    private boolean isInWeeks(LocalDate date, DayOfWeek weekStart) {
        // as ISO 8601 counts: the first week is that with at least four days of the year
        WeekFields fields = WeekFields.of(weekStart, 4);
        int week = date.get(fields.weekOfWeekBasedYear());
        int last = (int) date.range(fields.weekOfWeekBasedYear()).getMaximum();
        return holds(weeks, week, last);
    }

    private static boolean holds(Set<Integer> numbers, int number, int last) {
        return numbers.isEmpty() || numbers.contains(number) || numbers.contains(number - last - 1);
    }
}
