package org.tickler.calendars.holiday;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/** The same day of the same month each year, such as July 4. February 29 falls in leap years only. */
public record FixedDate(MonthDay day) implements HolidayRule {

    @Override
    public Optional<LocalDate> in(int year) {
        return day.isValidYear(year) ? Optional.of(day.atYear(year)) : Optional.empty();
    }
}
