package org.tickler.calendars;

import java.time.LocalDate;
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

    /** Places of a year, of which those from 1 to 12 are its months: a power of two is quicker to reckon with than 12. */
    private static final int YEAR = 16;

    private final Coverage coverage;
    private final int firstYear;
    private final int lastYear;
    /** The years all of whose days are covered, both included. */
    private final int firstWhole;

    private final int lastWhole;
    /** The open days of each month of these years; the 5th is bit 5. */
    private final int[] months;
    /** How many open days come before each month. */
    private final int[] earlier;
    /** All open days in order, each as {@code place << 5 | day}. */
    private final int[] row;

    private OpenDayTable(Coverage coverage, int[] months) {
        this.coverage = coverage;
        this.firstYear = coverage.from().getYear();
        this.lastYear = coverage.to().getYear();
        this.firstWhole = firstYear + (coverage.from().getDayOfYear() == 1 ? 0 : 1);
        this.lastWhole =
                lastYear - (coverage.to().getDayOfYear() == coverage.to().lengthOfYear() ? 0 : 1);
        this.months = months;
        this.earlier = new int[months.length];
        int[] days = new int[months.length * 31];
        int open = 0;
        for (int place = 0; place < months.length; place++) {
            earlier[place] = open;
            for (int left = months[place]; left != 0; left &= left - 1) {
                days[open++] = place << 5 | Integer.numberOfTrailingZeros(left);
            }
        }
        this.row = Arrays.copyOf(days, open);
    }

    /** @param closures the closures of each day that has any */
    static OpenDayTable of(Coverage coverage, Map<LocalDate, List<Closure>> closures, Set<ClosureKind> counted) {
        int firstYear = coverage.from().getYear();
        int[] months = new int[(coverage.to().getYear() - firstYear + 1) * YEAR];
        coverage.from()
                .datesUntil(coverage.to().plusDays(1))
                .filter(day -> !CourtDay.Weekend.isWeekend(day))
                .forEach(day -> months[place(day, firstYear)] |= 1 << day.getDayOfMonth());
        closures.forEach((day, there) -> {
            if (there.stream().anyMatch(closure -> counted.contains(closure.kind()))) {
                months[place(day, firstYear)] &= ~(1 << day.getDayOfMonth());
            }
        });
        return new OpenDayTable(coverage, months);
    }

    /** Whether the date lies in the coverage: all days of whole years do, and they are by far the most. */
    boolean covers(LocalDate date) {
        int year = date.getYear();
        return year >= firstWhole && year <= lastWhole || coverage.contains(date);
    }

    /** Whether a day that lies in the coverage is open. */
    boolean isOpen(LocalDate date) {
        return (months[place(date, firstYear)] >>> date.getDayOfMonth() & 1) != 0;
    }

    /** The date itself if it is open, else the next open day after it; empty where there is none, or it is not covered. */
    Optional<LocalDate> onOrAfter(LocalDate date) {
        if (!covers(date)) {
            return Optional.empty();
        }
        int left = months[place(date, firstYear)] >>> date.getDayOfMonth();
        return left == 0 ? at(upTo(date)) : Optional.of(date.plusDays(Integer.numberOfTrailingZeros(left)));
    }

    /** How many open days there are before any date, itself not included. */
    int before(LocalDate date) {
        return count(date, (1 << date.getDayOfMonth()) - 1);
    }

    /** How many open days there are up to any date, itself included. */
    int upTo(LocalDate date) {
        return count(date, (2 << date.getDayOfMonth()) - 1);
    }

    /** The open days of all months before the date's, and of those of its own that are among the bits. */
    private int count(LocalDate date, int bits) {
        int year = date.getYear();
        if (year < firstYear || year > lastYear) {
            return year < firstYear ? 0 : row.length;
        }
        int place = place(date, firstYear);
        return earlier[place] + Integer.bitCount(months[place] & bits);
    }

    /** The open day at a place in the row of all, counted from 0; empty beyond either end. */
    Optional<LocalDate> at(long place) {
        if (place < 0 || place >= row.length) {
            return Optional.empty();
        }
        int day = row[(int) place];
        return Optional.of(LocalDate.of(firstYear + (day >> 9), day >> 5 & 15, day & 31));
    }

    /** Where a date's month stands; only for years of the table, since for others the number may be too great for an int. */
    private static int place(LocalDate date, int firstYear) {
        return (date.getYear() - firstYear) * YEAR + date.getMonthValue();
    }
}
