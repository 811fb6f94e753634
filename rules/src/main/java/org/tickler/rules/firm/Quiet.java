package org.tickler.rules.firm;

import java.time.LocalTime;

/**
 * The hours in which a person is not to be disturbed, in that person's zone: from {@code from} inclusive to {@code to}
 * exclusive, over midnight where {@code to} is before {@code from}. The two must differ.
 */
public record Quiet(LocalTime from, LocalTime to) {
    public Quiet {
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "quiet hours need an end that differs from their start, but both were " + from);
        }
    }

    /** Whether {@code time} lies inside. */
    public boolean covers(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
