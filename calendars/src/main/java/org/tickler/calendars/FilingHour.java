package org.tickler.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a court's day ends for filing.
 *
 * @param time the hour; empty means midnight at the end of the day
 */
public record FilingHour(Optional<LocalTime> time, String authority) {

    /**
     * The instant at which the day ends, exclusive: what is filed before it is filed on that day. Across a clock
     * change as {@link LocalMoments} says.
     */
    public Instant endOf(LocalDate date, ZoneId zone) {
        return LocalMoments.instant(
                time.map(date::atTime).orElseGet(() -> date.plusDays(1).atStartOfDay()), zone);
    }
}
