package org.tickler.rules.remind;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.rules.remind.PlannedReminder.Fate;

/** Decides which rungs of one entry still speak to one person who first had a right to them after their time. */
final class BornLate {
    static final Fate LATE = new Fate.Suppressed("born late");
    static final Fate PAST = new Fate.Suppressed("born late: the entry itself is past");

    private BornLate() {}

    /** A draft and what becomes of it. */
    record Judged(Draft draft, Fate fate) {}

    /**
     * The fate of each of {@code drafts}, all of one entry and one person. Of those born late only the ones of the last
     * instant go out; where the entry itself was past when they were first owed, none does, and what speaks when the
     * entry is known does not either.
     *
     * @param dueAt the entry's due instant
     * @param anew whether the person was told of another date: then of those that want an answer the last go out too, since
     *     no answer to that date counts for this one
     */
    static List<Judged> judge(List<Draft> drafts, Instant dueAt, boolean anew) {
        Set<Instant> speak = new HashSet<>();
        last(drafts.stream()).ifPresent(speak::add);
        if (anew) {
            last(drafts.stream().filter(Draft::wantsAnswer)).ifPresent(speak::add);
        }
        return drafts.stream()
                .map(draft -> new Judged(draft, fate(draft, dueAt, speak)))
                .toList();
    }

    private static Optional<Instant> last(Stream<Draft> drafts) {
        return drafts.filter(Draft::bornLate)
                .map(draft -> draft.moment().due().at())
                .max(Instant::compareTo);
    }

    private static Fate fate(Draft draft, Instant dueAt, Set<Instant> speak) {
        boolean past = dueAt.isBefore(draft.firstOwedAt());
        if (past && (draft.bornLate() || draft.whenKnown())) {
            return PAST;
        }
        if (!draft.bornLate()) {
            return new Fate.Goes();
        }
        return speak.contains(draft.moment().due().at()) ? new Fate.GoesLate() : LATE;
    }
}
