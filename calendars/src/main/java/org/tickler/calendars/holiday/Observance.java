package org.tickler.calendars.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** On which other day a holiday is kept when it falls on a day of the weekend. */
public enum Observance {
    /** 1 January on a Saturday is kept on Friday, 31 December of the year before. */
    SATURDAY_TO_FRIDAY_BEFORE(DayOfWeek.SATURDAY, -1),
    SUNDAY_TO_MONDAY_AFTER(DayOfWeek.SUNDAY, 1);

    private final DayOfWeek fallsOn;
    private final int days;

    Observance(DayOfWeek fallsOn, int days) {
        this.fallsOn = fallsOn;
        this.days = days;
    }

    /** The day on which a holiday that falls on {@code date} is kept; empty if this observance does not move it. */
    public Optional<LocalDate> of(LocalDate date) {
        return date.getDayOfWeek() == fallsOn ? Optional.of(date.plusDays(days)) : Optional.empty();
    }
}
