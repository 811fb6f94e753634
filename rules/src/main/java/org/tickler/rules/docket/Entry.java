package org.tickler.rules.docket;

import org.tickler.rules.firm.MatterId;

/** One dated thing on a matter's docket. */
public record Entry(
        EntryId id,
        MatterId matter,
        EntryKind kind,
        String title,
        When when,
        EntryStatus status,
        Details details,
        Origin origin,
        Revision revision) {
    public Entry {
        if (title.isBlank()) {
            throw new IllegalArgumentException("entry " + id + " needs a title");
        }
    }

    /** The same entry in another status. */
    public Entry withStatus(EntryStatus next) {
        return new Entry(id, matter, kind, title, when, next, details, origin, revision);
    }

    /** The same entry at another time, in another revision. */
    public Entry withWhen(When next, Revision as) {
        return new Entry(id, matter, kind, title, next, status, details, origin, as);
    }
}
