package org.tickler.calendars.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** On which other day a holiday is kept when it falls on a day of the weekend. */
public enum Observance {
    /** 1 January on a Saturday is kept on Friday, 31 December of the year before. */
    SATURDAY_TO_FRIDAY_BEFORE(Set.of(DayOfWeek.SATURDAY), -1),
    SUNDAY_TO_MONDAY_AFTER(Set.of(DayOfWeek.SUNDAY), 1),
    SATURDAY_TO_MONDAY_AFTER(Set.of(DayOfWeek.SATURDAY), 2),
    /**
     * Kept on the first day after that is neither of the weekend nor taken by another holiday: 25 December on a Sunday
     * on Tuesday 27, since Monday 26 is Boxing Day.
     */
    WEEKEND_TO_NEXT_OPEN_WEEKDAY(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Observance.SEARCHED);

    /** In place of a number of days: the day is looked for. */
    private static final int SEARCHED = 0;

    private final Set<DayOfWeek> fallsOn;
    private final int days;

    Observance(Set<DayOfWeek> fallsOn, int days) {
        this.fallsOn = fallsOn;
        this.days = days;
    }

    /** Whether the day depends on which other days are taken. */
    public boolean isSearched() {
        return days == SEARCHED;
    }

    /**
     * The day on which a holiday that falls on {@code date} is kept; empty if this observance does not move it, or finds
     * every weekday of a whole year taken.
     *
     * @param taken whether another holiday has that day already; asked only where {@link #isSearched()}
     */
    public Optional<LocalDate> of(LocalDate date, Predicate<LocalDate> taken) {
        if (!fallsOn.contains(date.getDayOfWeek())) {
            return Optional.empty();
        }
        return isSearched() ? nextOpen(date, taken) : Optional.of(date.plusDays(days));
    }

    private static Optional<LocalDate> nextOpen(LocalDate date, Predicate<LocalDate> taken) {
        return date.plusDays(1)
                .datesUntil(date.plusYears(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(day -> !taken.test(day))
                .findFirst();
    }
}
