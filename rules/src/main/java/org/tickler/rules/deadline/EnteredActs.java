package org.tickler.rules.deadline;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Origin;

/**
 * Finds the deadlines that suppose an act to be done on its last day, where the day of that very act was entered. In doubt
 * they stand: one too many is a nuisance.
 */
final class EnteredActs {
    private final Docket docket;
    private final Map<EntryId, Entry> derived;

    /** @param derived all that follows, that which supposes acts too */
    EnteredActs(Docket docket, Map<EntryId, Entry> derived) {
        this.docket = docket;
        this.derived = derived;
    }

    /**
     * Of {@code supposing} those in whose place another stands that the same rule counts from the act itself, and what follows
     * from them. That is so where one act alone can keep the deadline before, and that act no other deadline, in time.
     *
     * @param supposing by id, the event that the act would be
     */
    Set<EntryId> replaced(Map<EntryId, String> supposing) {
        Set<EntryId> replaced = new HashSet<>();
        supposing.forEach((id, act) -> Optional.ofNullable(derived.get(id))
                .filter(entry -> docket.standing(id).date().isEmpty())
                .filter(entry -> entry.origin() instanceof Origin.Derived origin && isReplaced(origin, act))
                .ifPresent(entry -> replaced.add(id)));
        boolean more = !replaced.isEmpty();
        while (more) {
            more = replaced.addAll(derived.values().stream()
                    .filter(entry ->
                            entry.origin() instanceof Origin.Derived origin && replaced.contains(origin.trigger()))
                    .map(Entry::id)
                    .toList());
        }
        return replaced;
    }

    private boolean isReplaced(Origin.Derived supposed, String act) {
        Entry deadline = derived.get(supposed.trigger());
        if (deadline == null) {
            return false;
        }
        List<Entry> acts = entered(act)
                .filter(entry -> isInTime(entry, deadline) && !isBeforeItsCause(entry, deadline))
                .toList();
        return acts.size() == 1
                && derived.containsKey(EntryId.derived(acts.getFirst().id(), supposed.rule(), 1))
                && derived.values().stream()
                                .filter(other -> isOfOneRule(deadline, other) && isInTime(acts.getFirst(), other))
                                .count()
                        == 1;
    }

    private Stream<Entry> entered(String event) {
        return docket.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Entered && DeadlineDeriver.stands(entry))
                .filter(entry -> entry.details().event().equals(Optional.of(event)));
    }

    private static boolean isOfOneRule(Entry one, Entry other) {
        return one.origin() instanceof Origin.Derived first
                && other.origin() instanceof Origin.Derived second
                && first.rule().equals(second.rule());
    }

    /** Whether the act keeps {@code deadline}, as far as its day and party tell. */
    private static boolean isInTime(Entry act, Entry deadline) {
        boolean inTime = deadline.when()
                .date()
                .flatMap(due -> act.when().date().filter(day -> !day.isAfter(due)))
                .isPresent();
        return inTime
                && (act.details().party().isEmpty()
                        || deadline.details().party().isEmpty()
                        || act.details().party().equals(deadline.details().party()));
    }

    /** Whether the act was done before that of which the deadline follows; nothing was, of one that is counted back. */
    private boolean isBeforeItsCause(Entry act, Entry deadline) {
        return deadline.origin() instanceof Origin.Derived origin
                && Optional.ofNullable(derived.get(origin.trigger()))
                        .or(() -> docket.find(origin.trigger()))
                        .flatMap(cause -> cause.when().date())
                        .filter(from ->
                                deadline.when().date().filter(from::isAfter).isEmpty())
                        .filter(from -> act.when().date().filter(from::isAfter).isPresent())
                        .isPresent();
    }
}
