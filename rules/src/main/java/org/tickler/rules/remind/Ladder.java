package org.tickler.rules.remind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    public Optional<Rung> rung(String rungId) {
        return rungs.stream().filter(rung -> rung.id().equals(rungId)).findFirst();
    }

    /** The same ladder, known since {@code since}. */
    public Ladder knownSince(Instant since) {
        return new Ladder(id, match, rungs, since);
    }
}
