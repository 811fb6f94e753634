package org.tickler.engine.store;

import java.time.Instant;
import java.util.Optional;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.ReminderId;

/**
 * What becomes of a claimed reminder.
 *
 * @param fence under which it was claimed
 * @param tryAt for one that goes back to {@code PLANNED}: when it is tried next
 */
public record Settlement(ReminderId id, long fence, ReminderState state, String reason, Optional<Instant> tryAt) {}
