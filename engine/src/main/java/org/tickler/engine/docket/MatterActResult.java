package org.tickler.engine.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.MatterActStore.Step;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.firm.Matter;

/**
 * What a step of an act on a matter comes to.
 *
 * @param step to be kept
 * @param matter as it is then
 * @param entries those that the step changes or adds by itself
 * @param stayed what the act stays, with the status that each had
 * @param handedOn what other acts go on staying, by their numbers
 * @param acts those on the matter that took effect, as they are then
 * @param questions to be asked
 * @param lines what it does, a sentence each
 * @param warnings what looks wrong and is done all the same
 * @param whenConfirmed what it comes to when a second person confirms it; empty: it takes effect, or ends, at once
 */
record MatterActResult(
        Step step,
        Matter matter,
        List<Written> entries,
        Map<EntryId, EntryStatus> stayed,
        Map<Long, Map<EntryId, EntryStatus>> handedOn,
        List<MatterAct> acts,
        List<Asked> questions,
        List<String> lines,
        List<String> warnings,
        Optional<MatterActResult> whenConfirmed) {
    MatterActResult {
        entries = List.copyOf(entries);
        acts = List.copyOf(acts);
        questions = List.copyOf(questions);
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    /**
     * An entry as the step leaves it.
     *
     * @param before empty: it is new
     * @param why in words
     */
    record Written(Optional<Entry> before, Entry after, Change.Cause cause, String why) {}

    /** The docket as it is then, before anything is derived. */
    Docket on(Docket before) {
        return before.on(matter)
                .with(entries.stream().map(Written::after).toList(), List.of())
                .withActs(acts);
    }

    Set<EntryId> acted() {
        return entries.stream().map(one -> one.after().id()).collect(Collectors.toUnmodifiableSet());
    }

    /** The entries of one cause, as they are then. */
    List<Entry> of(Change.Cause cause) {
        List<Entry> all = new ArrayList<>();
        entries.stream().filter(one -> one.cause() == cause).forEach(one -> all.add(one.after()));
        return all;
    }
}
