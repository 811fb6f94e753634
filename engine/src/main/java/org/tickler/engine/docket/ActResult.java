package org.tickler.engine.docket;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.rules.deadline.DeadlineDeriver;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Origin;

/**
 * What one act makes of the docket.
 *
 * @param before the entry as it is stored; empty: it is new
 * @param after the entry as the act leaves it. What an act says of a derived one is an instruction; it is derived anew
 * @param said about its date, by the act
 * @param settles what else the act settles
 */
record ActResult(Act act, Optional<Entry> before, Entry after, List<Instruction> said, ActQuestions settles) {
    ActResult {
        said = List.copyOf(said);
    }

    /** Without any questions looked up yet. */
    static ActResult of(Act act, Optional<Entry> before, Entry after, List<Instruction> said) {
        return new ActResult(act, before, after, said, ActQuestions.NONE);
    }

    ActResult settling(ActQuestions questions) {
        return new ActResult(act, before, after, said, questions);
    }

    /** The same, where the triggers are as {@code docket} has them when it is said. */
    ActResult saidOn(Docket docket) {
        List<Instruction> now = said.stream()
                .map(one -> docket.find(one.entry())
                        .map(entry -> one.whileTriggerOn(
                                DeadlineDeriver.basis(docket, entry).trigger()))
                        .orElse(one))
                .toList();
        return new ActResult(act, before, after, now, settles);
    }

    /** Whether the act leaves the stored entry alone and only says something of it: what it says of a date is derived. */
    boolean isInstructionAlone() {
        boolean same = before.filter(after::equals).isPresent();
        return !said.isEmpty() && (same || after.origin() instanceof Origin.Derived && !isGivenStatus());
    }

    /** Whether it gives, or takes, a status that derivation does not touch. */
    private boolean isGivenStatus() {
        return before.filter(entry -> entry.status() == after.status()).isEmpty()
                && Stream.concat(Stream.of(after), before.stream())
                        .anyMatch(entry -> entry.status().isOver()
                                || entry.status() == EntryStatus.CLAIMED
                                || entry.status() == EntryStatus.STAYED);
    }

    /** The entries that are different on the docket, before anything is derived. */
    List<Entry> changed() {
        return Stream.concat(isInstructionAlone() ? Stream.of() : Stream.of(after), settles.released().stream())
                .toList();
    }
}
