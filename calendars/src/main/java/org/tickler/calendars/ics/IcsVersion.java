package org.tickler.calendars.ics;

import java.time.Instant;
import java.util.Optional;

/**
 * Which version of an item was read, and where.
 *
 * @param sequence 0 where none is written
 * @param line of its BEGIN:VEVENT, from 1; the instances of a series share that of the series
 */
public record IcsVersion(int sequence, Optional<Instant> lastModified, int line) {}
