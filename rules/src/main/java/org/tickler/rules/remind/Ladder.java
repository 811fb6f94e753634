package org.tickler.rules.remind;

import java.time.Instant;
import java.util.List;

/**
 * The reminders of an entry as rules state them.
 *
 * @param knownAt since when the firm's active rules have it in this form
 */
public record Ladder(String id, Match match, List<Rung> rungs, Instant knownAt) {
    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.stream().map(Rung::id).distinct().count() != rungs.size()) {
            throw new IllegalArgumentException("two rungs of ladder " + id + " have the same id");
        }
    }
}
