package org.tickler.engine.dispatch;

import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.DueReminder;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.remind.Purpose;

/** The first stage: whether anybody still needs to hear it, now that its time has come. */
final class StillWanted implements Stage {
    @Override
    public Verdict judge(DueReminder reminder, Facts facts) {
        AskState state = reminder.ask().state();
        if (state == AskState.ANSWERED) {
            return new Verdict.Suppressed("it was answered");
        }
        if (state == AskState.CLOSED) {
            return new Verdict.Suppressed(reminder.ask().reason().orElse("its ask was closed"));
        }
        if (reminder.about().isEmpty()) {
            return new Verdict.Goes();
        }
        return facts.entry(reminder)
                .map(entry -> stands(reminder, entry).orElseGet(() -> inTime(reminder, facts)))
                .orElseGet(() -> new Verdict.Suppressed("its entry is not on the docket"));
    }

    /** Empty: the entry stands as it stood when this was planned. */
    private static Optional<Verdict> stands(DueReminder reminder, Entry entry) {
        int planned = reminder.about().orElseThrow().revision();
        int current = entry.revision().number();
        EntryStatus status = entry.status();
        boolean off = reminder.purpose() == Purpose.CANCELLED || reminder.purpose() == Purpose.STAYED;
        boolean question = reminder.purpose() == Purpose.QUESTION;
        if (current != planned && !question) {
            return Optional.of(new Verdict.Suppressed(
                    "the entry has changed since: it is in revision " + current + ", and this told of " + planned));
        }
        if (off && status.reminds()) {
            return Optional.of(new Verdict.Suppressed("the entry stands again"));
        }
        if (!off && !question && !status.reminds() && reminder.purpose() != Purpose.MOVED) {
            return Optional.of(new Verdict.Suppressed("the entry is " + Words.of(status)));
        }
        return Optional.empty();
    }

    private static Verdict inTime(DueReminder reminder, Facts facts) {
        return Usefulness.entryDue(reminder, facts)
                .filter(due -> !due.isAfter(facts.now()))
                .map(due ->
                        missed(reminder, "MISSED WINDOW: it was due at " + due + ", and this could not leave before"))
                .orElseGet(Verdict.Goes::new);
    }

    /** Where an answer was wanted, somebody must hear that nobody gave it. */
    private static Verdict missed(DueReminder reminder, String reason) {
        return reminder.wantsAnswer() ? new Verdict.Failed(reason) : new Verdict.Suppressed(reason);
    }
}
