package org.tickler.engine.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.ReminderId;

/**
 * What an agenda shows of a reminder.
 *
 * @param about empty: an alarm of the engine itself
 * @param asked who was asked; {@code to} is somebody else where a delegate took it over
 */
public record AgendaReminder(
        ReminderId id, Optional<About> about, Due due, PersonId asked, PersonId to, Channel channel, State state) {

    /** The entry it speaks of, and that entry's matter. */
    public record About(EntryId entry, MatterId matter) {}

    /** When it leaves or left, and the local time and zone which that instant came from. */
    public record Due(Instant at, LocalDateTime local, ZoneId zone) {}

    /** What became of it; {@code reason}: why, where that needs saying. */
    public record State(ReminderState state, Optional<String> reason, boolean possibleDuplicate) {}
}
