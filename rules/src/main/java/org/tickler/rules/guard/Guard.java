package org.tickler.rules.guard;

import java.time.LocalTime;
import java.util.List;
import org.tickler.rules.remind.Addressee;

/**
 * What the house looks for, how often, and who hears of it.
 *
 * @param time of day, in the firm's zone
 * @param to roles are those of the matter's team first, then of the firm
 */
public record Guard(String id, Lack watch, Scope scope, Pace every, LocalTime time, List<Addressee> to) {
    public Guard {
        to = List.copyOf(to);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("guard " + id + " names nobody to tell");
        }
    }

    /** How often a guard looks. */
    public enum Pace {
        DAY,
        /** A day on which the firm works. */
        BUSINESS_DAY,
        /** The first day of the week on which the firm works. */
        WEEK
    }
}
