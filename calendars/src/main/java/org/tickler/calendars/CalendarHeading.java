package org.tickler.calendars;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What a calendar says of itself besides its days.
 *
 * @param zone empty for a calendar that only serves as a base for courts in many zones
 */
record CalendarHeading(
        String title, Optional<ZoneId> zone, Optional<FilingHour> closingHour, Optional<FilingHour> filingHour) {

    /** This heading with what it leaves open taken from the one below. */
    CalendarHeading over(CalendarHeading base) {
        return new CalendarHeading(
                title, zone.or(base::zone), closingHour.or(base::closingHour), filingHour.or(base::filingHour));
    }
}
