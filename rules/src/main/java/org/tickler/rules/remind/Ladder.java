package org.tickler.rules.remind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.Entry;

/**
 * The reminders of an entry as rules state them.
 *
 * @param effort how much work its entries take that do not say so themselves; empty: that is not known
 * @param knownAt since when the firm's active rules have it in this form
 */
public record Ladder(String id, Match match, List<Rung> rungs, Optional<Effort> effort, Instant knownAt) {
    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.stream().map(Rung::id).distinct().count() != rungs.size()) {
            throw new IllegalArgumentException("two rungs of ladder " + id + " have the same id");
        }
    }

    public Optional<Rung> rung(String rungId) {
        return rungs.stream().filter(rung -> rung.id().equals(rungId)).findFirst();
    }

    /** How much work {@code entry}, which is on this ladder, takes; empty: nobody says. */
    public Optional<Effort> effort(Entry entry) {
        return entry.details().effort().or(() -> effort);
    }

    /** The same ladder, known since {@code since}. */
    public Ladder knownSince(Instant since) {
        return new Ladder(id, match, rungs, effort, since);
    }
}
