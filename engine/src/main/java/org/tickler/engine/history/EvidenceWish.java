package org.tickler.engine.history;

import java.time.LocalDate;
import java.util.Optional;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/**
 * What evidence is asked for.
 *
 * @param from the first civil day in the firm's zone; empty: from the beginning
 * @param to the last one, inclusive; empty: until now
 * @param by who makes it: what that person may not see is not in it
 */
public record EvidenceWish(Of of, Optional<LocalDate> from, Optional<LocalDate> to, PersonId by) {
    public EvidenceWish {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new EvidenceRefused("the period runs backwards: from " + from.get() + " to " + to.get());
        }
        if (of instanceof Of.TheFirm && from.isEmpty()) {
            throw new EvidenceRefused("evidence of the firm as a whole is of a period: say from which day on");
        }
    }

    /** Whether figures are counted: they are of a period. */
    boolean countsFigures() {
        return from.isPresent() || to.isPresent();
    }

    /** Whose. */
    public sealed interface Of {
        record TheEntry(EntryId id) implements Of {}

        record TheMatter(MatterId id) implements Of {}

        record ThePerson(PersonId id) implements Of {}

        /** The firm as a whole: what is counted, and nothing of what any matter is about. */
        record TheFirm() implements Of {}
    }
}
