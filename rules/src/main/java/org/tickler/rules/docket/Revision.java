package org.tickler.rules.docket;

import java.time.Instant;

/**
 * Which version of its day, hour, room and mode an entry has, and since when that is known. The first is 1; every change
 * of one of them makes the next, and so does its end: that it was cancelled, or no longer follows from its trigger.
 */
public record Revision(int number, Instant knownAt) {
    public Revision {
        if (number < 1) {
            throw new IllegalArgumentException("revisions count from 1, but was: " + number);
        }
    }

    public Revision next(Instant at) {
        return new Revision(number + 1, at);
    }
}
