package org.tickler.calendars;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The open days of one calendar, where some kinds of closure count: as bits, a month a word, and as a row, so that finding
 * the thousandth open day takes as long as finding the next. Knows dates and no reasons.
 */
final class OpenDayTable {

    private final Coverage coverage;
    private final long firstMonth;
    private final int[] months;
    /** How many open days come before each month. */
    private final int[] before;
    /** All open days in order, each as {@code year << 9 | month << 5 | day}. */
    private final int[] row;

    private OpenDayTable(Coverage coverage, long firstMonth, int[] months) {
        this.coverage = coverage;
        this.firstMonth = firstMonth;
        this.months = months;
        this.before = new int[months.length];
        int[] days = new int[months.length * 31];
        int open = 0;
        for (int at = 0; at < months.length; at++) {
            before[at] = open;
            int month = (int) (firstMonth + at);
            int name = month / 12 << 9 | month % 12 + 1 << 5;
            for (int left = months[at]; left != 0; left &= left - 1) {
                days[open++] = name | Integer.numberOfTrailingZeros(left) + 1;
            }
        }
        this.row = Arrays.copyOf(days, open);
    }

    /** @param closures the closures of each day that has any */
    static OpenDayTable of(Coverage coverage, Map<LocalDate, List<Closure>> closures, Set<ClosureKind> counted) {
        long first = month(coverage.from());
        int[] months = new int[(int) (month(coverage.to()) - first) + 1];
        for (int at = 0; at < months.length; at++) {
            months[at] = weekdays(YearMonth.from(coverage.from()).plusMonths(at));
        }
        months[0] &= -1 << coverage.from().getDayOfMonth() - 1;
        months[months.length - 1] &= through(coverage.to());
        closures.forEach((date, there) -> {
            if (there.stream().anyMatch(closure -> counted.contains(closure.kind()))) {
                months[(int) (month(date) - first)] &= ~(1 << date.getDayOfMonth() - 1);
            }
        });
        return new OpenDayTable(coverage, first, months);
    }

    private static int weekdays(YearMonth month) {
        int bits = 0;
        int weekday = month.atDay(1).getDayOfWeek().getValue() - 1;
        for (int day = 0; day < month.lengthOfMonth(); day++) {
            bits |= (weekday + day) % 7 < 5 ? 1 << day : 0;
        }
        return bits;
    }

    /** Whether the day is open; not, outside the coverage. */
    boolean isOpen(LocalDate date) {
        long at = month(date) - firstMonth;
        return at >= 0 && at < months.length && (months[(int) at] >>> date.getDayOfMonth() - 1 & 1) != 0;
    }

    /** Whether the date lies in the coverage: all days of the inner months do, and they are by far the most. */
    boolean covers(LocalDate date) {
        long at = month(date) - firstMonth;
        return at > 0 && at < months.length - 1 || coverage.contains(date);
    }

    /** The date itself if it is open, else the next open day after it; empty where there is none, or it is not covered. */
    Optional<LocalDate> onOrAfter(LocalDate date) {
        if (!covers(date)) {
            return Optional.empty();
        }
        int left = months[(int) (month(date) - firstMonth)] >>> date.getDayOfMonth() - 1;
        return left == 0 ? at(upTo(date)) : Optional.of(date.plusDays(Integer.numberOfTrailingZeros(left)));
    }

    /** How many open days there are up to the date, itself included. */
    int upTo(LocalDate date) {
        long at = month(date) - firstMonth;
        if (at < 0 || at >= months.length) {
            return at < 0 ? 0 : row.length;
        }
        return before[(int) at] + Integer.bitCount(months[(int) at] & through(date));
    }

    /** The open day at a place in the row of all, counted from 0; empty beyond either end. */
    Optional<LocalDate> at(long place) {
        if (place < 0 || place >= row.length) {
            return Optional.empty();
        }
        int day = row[(int) place];
        return Optional.of(LocalDate.of(day >> 9, day >> 5 & 15, day & 31));
    }

    /** Months since the year 0: long, since the last years of {@link LocalDate} have more than an int holds. */
    private static long month(LocalDate date) {
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }

    /** Bits of all days of a month up to the date's, itself included. */
    private static int through(LocalDate date) {
        return (2 << date.getDayOfMonth() - 1) - 1;
    }
}
