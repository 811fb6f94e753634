package org.tickler.calendars.ics;

import java.time.Instant;

/**
 * Which version of an event this is. Written as SEQUENCE, DTSTAMP and LAST-MODIFIED.
 *
 * @param sequence 0 for the first version, one more for each that a calendar program must notice
 * @param at when this version came to be, never the time of writing: an unchanged event has unchanged bytes
 */
public record IcsRevision(int sequence, Instant at) {

    public IcsRevision {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence of an event: expected 0 or more, found " + sequence);
        }
        IcsWhen.requireWritable(at);
    }
}
