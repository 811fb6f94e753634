package org.tickler.engine.escalate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.sheet.SheetDesk;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.AskStore;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.SilenceStep;
import org.tickler.rules.remind.TimeSpan;

/// Passes on asks whose silence has lasted too long.
final class Silences {

    private Silences() {}

    /// Takes one ask a step on if it is still due; false where an answer, a move or another process came first.
    static boolean pass(Handle handle, ActiveBook book, AskId id, Instant now) {
        AskRow root = AskStore.lock(handle, List.of(id)).getFirst();
        boolean due = root.waits()
                && root.clock().silentAt().filter(at -> !at.isAfter(now)).isPresent();
        if (!due) {
            return false;
        }
        if (SheetDesk.isHere(root)) {
            return SheetChain.pass(handle, book, root, now);
        }
        Optional<Case> found = Case.of(handle, book, root, now);
        if (found.isEmpty() || found.get().moot()) {
            AskStore.settle(handle, List.of(id), AskState.CLOSED, "the entry needs no answer any more");
            return false;
        }
        Case about = found.get();
        Optional<Instant> first = firstStep(about);
        if (first.isPresent() && first.get().isAfter(now)) {
            AskStore.wakeAt(handle, List.of(id), first.get());
            return false;
        }
        Advance.step(handle, about, reason(about));
        return true;
    }

    /// When the first step is due where the ladder gives it a time of its own; empty: at once.
    private static Optional<Instant> firstStep(Case about) {
        AskRow root = about.root();
        boolean first = root.clock().nextStep() == 1 && root.given().isEmpty();
        Optional<TimeSpan> wait = about.steps().stream().findFirst().map(SilenceStep::after);
        if (!first || wait.isEmpty() || wait.get().count() == 0) {
            return Optional.empty();
        }
        return root.clock()
                .firstSentAt()
                .flatMap(sent -> root.answerWithin().map(within -> NextStep.deadline(about, sent, within)))
                .map(silent -> NextStep.deadline(about, silent, wait.get()));
    }

    private static String reason(Case about) {
        boolean notReady = about.root()
                .given()
                .filter(given -> given.answer() == Answer.NOT_READY)
                .isPresent();
        return notReady
                ? about.name() + " is not ready"
                : about.name() + " has not answered"
                        + about.root()
                                .answerWithin()
                                .map(within -> " within " + within)
                                .orElse("");
    }
}
