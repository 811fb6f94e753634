package org.tickler.rules.remind;

import java.time.LocalTime;
import java.util.Optional;

/** When a rung speaks. */
public sealed interface RungTime {
    /** As soon as the entry, in this revision, is known. */
    record WhenKnown() implements RungTime {}

    /**
     * A span before or after the entry.
     *
     * @param time the local time of day, for spans in days or longer; empty: the start of the firm's working day
     * @param courtZone whether {@code time} is meant in the entry's zone instead of the reader's
     */
    record Offset(TimeSpan span, Side side, Optional<LocalTime> time, boolean courtZone) implements RungTime {}

    /** Which side of the entry. */
    enum Side {
        BEFORE,
        AFTER
    }
}
