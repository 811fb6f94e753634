package org.tickler.engine.docket;

import java.util.List;
import org.tickler.engine.plan.Outcome;
import org.tickler.rules.docket.Entry;

/**
 * Acts that were done.
 *
 * @param entries those that they were about, as they left them
 * @param preview what the act did, in sentences
 */
public record Done(List<Entry> entries, Preview preview, Outcome outcome) {
    public Done {
        entries = List.copyOf(entries);
    }

    /** The one of a single act. */
    public Entry entry() {
        return entries.getFirst();
    }
}
