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
        if (first.filter(now::isBefore).isPresent()) {
            AskStore.wakeAt(handle, List.of(id), first.get());
            return false;
        }
        Advance.step(handle, about, reason(handle, about));
        return true;
    }

    /// When the first step is due; empty where an answer came, or a step was taken before: then it is due now.
    private static Optional<Instant> firstStep(Case about) {
        AskRow root = about.root();
        boolean first = root.clock().nextStep() == 1 && root.given().isEmpty();
        return first ? end(about).map(end -> about.due(after(about, end), sent(about))) : Optional.empty();
    }

    private static Instant after(Case about, Instant end) {
        return about.steps().stream()
                .findFirst()
                .map(step -> NextStep.deadline(about, end, step.after()))
                .orElse(end);
    }

    private static Instant sent(Case about) {
        return about.root().clock().firstSentAt().orElse(about.now());
    }

    /// When the time to answer ends.
    private static Optional<Instant> end(Case about) {
        return about.root()
                .clock()
                .firstSentAt()
                .flatMap(sent -> about.root().answerWithin().map(within -> NextStep.deadline(about, sent, within)));
    }

    private static String reason(Handle handle, Case about) {
        boolean notReady = about.root()
                .given()
                .filter(given -> given.answer() == Answer.NOT_READY)
                .isPresent();
        Optional<Handover> last = about.root()
                .given()
                .filter(given -> given.answer() == Answer.PASS_ON)
                .flatMap(given -> Handover.last(handle, about));
        if (last.isPresent()) {
            return last.get().failing();
        }
        return notReady ? about.name() + " is not ready" : about.name() + " has not answered" + within(about);
    }

    private static String within(Case about) {
        return about.root()
                .answerWithin()
                .filter(within -> end(about).filter(about.now()::isBefore).isEmpty())
                .map(within -> " within " + within)
                .orElse("");
    }
}
