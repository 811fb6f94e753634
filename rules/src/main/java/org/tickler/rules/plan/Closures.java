package org.tickler.rules.plan;

import java.util.List;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;

/**
 * What emergency closures do to one matter.
 *
 * @param held deadlines that stay on an earlier date until somebody confirms the closures; by date
 * @param off hearings that a closure takes off their day now, as they stood before
 */
public record Closures(List<Held> held, List<Off> off) {
    /** Nothing. */
    public static final Closures NONE = new Closures(List.of(), List.of());

    public Closures {
        held = List.copyOf(held);
        off = List.copyOf(off);
    }

    /** A deadline that a closure would make later, once it is confirmed. */
    public record Held(EntryId entry, EmergencyClosure closure) {}

    /** A hearing that cannot take place on its day, and from now on waits for a date. */
    public record Off(Entry before, EmergencyClosure closure) {
        /** {@code us-nysd does not sit on Thu 2027-01-28: Snow storm (Notice of the Clerk)}. */
        public String why() {
            return OffHearings.why(closure);
        }
    }
}
