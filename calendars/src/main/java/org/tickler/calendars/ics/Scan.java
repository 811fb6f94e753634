package org.tickler.calendars.ics;

import java.util.List;
import java.util.Map;

/**
 * A file after the first look: its events as lines, its zones only as the names by which they may be known.
 *
 * @param zoneLocations the city that a VTIMEZONE says it stands for, by its TZID
 */
record Scan(List<RawEvent> events, Map<String, String> zoneLocations) {

    /**
     * @param line of the BEGIN:VEVENT
     * @param withdrawn whether the calendar around it was sent to cancel what it holds
     */
    record RawEvent(int line, boolean withdrawn, List<ContentLine> properties) {}
}
