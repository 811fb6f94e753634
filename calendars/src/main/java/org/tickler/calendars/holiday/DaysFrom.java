package org.tickler.calendars.holiday;

import java.time.LocalDate;
import java.util.Optional;

/**
 * So many days before or after the date of another rule, such as 2 days before Easter.
 *
 * @param days 1 to 365 after it, -1 to -365 before it
 * @param rule not counted from a day in its turn
 */
public record DaysFrom(int days, HolidayRule rule) implements HolidayRule {

    public static final int MOST_DAYS = 365;

    public DaysFrom {
        if (days == 0 || Math.abs(days) > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "days before or after must be 1 to " + MOST_DAYS + ", but was " + Math.abs(days));
        }
        if (rule instanceof DaysFrom) {
            throw new IllegalArgumentException("days are counted from a day that is not counted from another one");
        }
    }

    @Override
    public Optional<LocalDate> in(int year) {
        return rule.in(year).map(date -> date.plusDays(days));
    }
}
