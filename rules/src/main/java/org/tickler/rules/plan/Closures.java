package org.tickler.rules.plan;

import java.util.List;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.calendars.text.Days;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.When;

/**
 * What emergency closures do to one matter.
 *
 * @param held deadlines that stay on an earlier date until somebody confirms the closures; by date
 * @param off hearings that a closure takes off their day now
 * @param back hearings that stand on their day again now, since the closure was taken back
 */
public record Closures(List<Held> held, List<Off> off, List<Back> back) {
    /** Nothing. */
    public static final Closures NONE = new Closures(List.of(), List.of(), List.of());

    public Closures {
        held = List.copyOf(held);
        off = List.copyOf(off);
        back = List.copyOf(back);
    }

    /** A deadline that a closure would make later, once it is confirmed. */
    public record Held(EntryId entry, EmergencyClosure closure) {}

    /** A hearing that cannot take place on its day, and from now on waits for a date; {@code before} is how it stood. */
    public record Off(Entry before, EmergencyClosure closure) {
        /** {@code us-nysd does not sit on Thu 2027-01-28: Snow storm (Notice of the Clerk)}. */
        public String why() {
            return OffHearings.why(closure);
        }
    }

    /** A hearing that waited, as {@code before}, and is again when it was to be. */
    public record Back(Entry before, When was) {
        /** {@code the closure of Thu 2027-01-28 was taken back}. */
        public String why() {
            return "the closure of " + Days.words(was.date().orElseThrow()) + " was taken back";
        }
    }
}
