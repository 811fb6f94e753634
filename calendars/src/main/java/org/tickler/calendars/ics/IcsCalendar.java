package org.tickler.calendars.ics;

import java.time.ZoneId;
import java.util.List;

/**
 * A whole feed.
 *
 * @param description may be empty, then it is left out
 * @param zone a hint for programs that show the feed; no date of the feed depends on it
 * @param events in the order in which they are written; the writer refuses two of one uid
 */
public record IcsCalendar(String name, String description, ZoneId zone, List<IcsEvent> events) {

    public IcsCalendar {
        events = List.copyOf(events);
    }
}
