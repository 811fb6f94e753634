package org.tickler.rules.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Days;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Origin;

/**
 * Stays what comes on a docket after its matter was settled, stayed or closed. An act stays an entry once: what a person made
 * of it since then stands, and so does what a person added by itself.
 */
public final class Arrivals {
    private final Docket docket;
    private final List<Stayed> stayed = new ArrayList<>();

    Arrivals(Docket docket) {
        this.docket = docket;
    }

    /**
     * An entry that arrived.
     *
     * @param before as it would stand, if it were not for the act
     */
    public record Stayed(Entry before, Entry after, MatterAct act) {
        /** {@code H-2291 is settled since Fri 2027-03-12}. */
        public String words() {
            return after.matter() + " is " + act.sort().participle() + " since "
                    + Days.words(act.reach().on());
        }
    }

    /** These entries as they stand under the acts that are in force. */
    List<Entry> of(List<Entry> entries) {
        return docket.inForce().isEmpty()
                ? entries
                : entries.stream().map(this::of).toList();
    }

    /** What arrived, in the order in which it was met. */
    List<Stayed> stayed() {
        return stayed;
    }

    /** The same as they stand now. */
    List<Entry> after() {
        return stayed.stream().map(Stayed::after).toList();
    }

    private Entry of(Entry entry) {
        if (entry.origin() instanceof Origin.Entered entered && entered.isMeant()) {
            return entry;
        }
        Optional<MatterAct> act = docket.inForce().stream()
                .filter(one -> one.suspends(entry, docket.matter()))
                .filter(one -> !one.stayed().containsKey(entry.id()))
                .findFirst();
        return act.map(one -> stay(entry, one)).orElse(entry);
    }

    /** Whoever was told of it must hear that it is off for now: that takes a revision of its own. */
    private Entry stay(Entry entry, MatterAct act) {
        boolean told = docket.told().containsKey(entry.id());
        Entry after = entry.after(Happening.STAYED, EntryStatus.STAYED);
        if (told) {
            after = after.withWhen(after.when(), after.revision().next(later(act, entry)));
        }
        stayed.add(new Stayed(entry, after, act));
        return after;
    }

    private static Instant later(MatterAct act, Entry entry) {
        return Scheduler.later(act.said().since(), entry.revision().knownAt());
    }
}
