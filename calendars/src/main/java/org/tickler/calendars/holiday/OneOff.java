package org.tickler.calendars.holiday;

import java.time.LocalDate;
import java.util.Optional;

/** One day that does not come back. */
public record OneOff(LocalDate date) implements HolidayRule {

    @Override
    public Optional<LocalDate> in(int year) {
        return date.getYear() == year ? Optional.of(date) : Optional.empty();
    }
}
