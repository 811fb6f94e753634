package org.tickler.rules.plan;

import java.time.Instant;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;

/**
 * What the difference of two schedules needs to know of a reminder that is stored.
 *
 * @param fate as it was last planned, which is not what became of it: one that was to go may have been suppressed later
 */
public record StoredReminder(
        ReminderId id, Ask ask, Purpose purpose, PersonId to, Instant due, Fate fate, ReminderState state) {

    /** {@code planned} as it is when it was just stored. */
    public static StoredReminder of(PlannedReminder planned) {
        return new StoredReminder(
                planned.id(),
                planned.ask(),
                planned.purpose(),
                planned.to(),
                planned.due().at(),
                planned.fate(),
                planned.fate() instanceof Fate.Suppressed ? ReminderState.SUPPRESSED : ReminderState.PLANNED);
    }

    public EntryId entry() {
        return ask.entry();
    }

    /** The entry's when the reminder was planned. */
    public int revision() {
        return ask.revision();
    }

    /** The same reminder in another state. */
    public StoredReminder in(ReminderState next) {
        return new StoredReminder(id, ask, purpose, to, due, fate, next);
    }

    /**
     * Whether planning may still change it: it waits, or it was withdrawn, or planning itself suppressed it. None of
     * these was ever sent. One that dispatch suppressed stays suppressed.
     */
    public boolean open() {
        return state.waits()
                || state == ReminderState.WITHDRAWN
                || state == ReminderState.SUPPRESSED && fate instanceof Fate.Suppressed;
    }
}
