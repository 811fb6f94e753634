package org.tickler.engine.store;

import java.util.Optional;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.plan.StoredReminder;
import org.tickler.rules.remind.PlannedReminder;

/**
 * A reminder as it is stored.
 *
 * @param planned as it was last planned; its fate says how it was planned, {@code state} what became of it
 * @param reason why it is in this state, where that needs saying
 * @param hold under which hold it is or was
 */
public record ReminderRow(PlannedReminder planned, ReminderState state, Optional<String> reason, Optional<Long> hold) {
    /** What the difference of two schedules needs to know of it. */
    public StoredReminder stored() {
        return StoredReminder.of(planned).in(state);
    }
}
