package org.tickler.rules.firm;

import java.time.ZoneId;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.WorkingHours;

/**
 * What rules need to know of the firm itself.
 *
 * @param hours when the office works, in {@code zone}; business hours and days are counted by it
 * @param calendar the firm's own holidays; empty: no day but those outside {@code hours} is free
 * @param lastResort told when nobody else could be
 */
public record Firm(String name, ZoneId zone, WorkingHours hours, Optional<CalendarId> calendar, PersonId lastResort) {
    public Firm {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a firm needs a name");
        }
    }
}
