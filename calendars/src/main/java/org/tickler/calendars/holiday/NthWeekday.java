package org.tickler.calendars.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A weekday counted within a month, such as the 3rd Monday of January.
 *
 * @param ordinal 1 to 5 from the month's start, or -1 for the last; the 5th is missing in some years
 */
public record NthWeekday(int ordinal, DayOfWeek weekday, Month month) implements HolidayRule {

    public static final int LAST = -1;

    public NthWeekday {
        if (ordinal != LAST && (ordinal < 1 || ordinal > 5)) {
            throw new IllegalArgumentException("ordinal must be 1 to 5, or -1 for the last, but was " + ordinal);
        }
    }

    @Override
    public Optional<LocalDate> in(int year) {
        LocalDate date = LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
        return date.getMonth() == month ? Optional.of(date) : Optional.empty();
    }
}
