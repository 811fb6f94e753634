package org.tickler.calendars.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The weekday next to a day of the year, such as the Monday before May 25. It may fall in the year before or after: of
 * 2027, the Sunday before January 3 is in 2026 where January 3 is itself a Sunday.
 */
public record NearWeekday(DayOfWeek weekday, Side side, MonthDay day) implements HolidayRule {

    /** On which side of the day the weekday is looked for, and whether the day itself may be it. */
    public enum Side {
        BEFORE,
        AFTER,
        ON_OR_BEFORE,
        ON_OR_AFTER
    }

    @Override
    public Optional<LocalDate> in(int year) {
        return day.isValidYear(year) ? Optional.of(day.atYear(year).with(nearest())) : Optional.empty();
    }

    private TemporalAdjuster nearest() {
        return switch (side) {
            case BEFORE -> TemporalAdjusters.previous(weekday);
            case AFTER -> TemporalAdjusters.next(weekday);
            case ON_OR_BEFORE -> TemporalAdjusters.previousOrSame(weekday);
            case ON_OR_AFTER -> TemporalAdjusters.nextOrSame(weekday);
        };
    }
}
