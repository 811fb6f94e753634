package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/**
 * An ask on one channel, as planned: the unit that is planned, claimed and sent.
 *
 * @param to who gets it: the person asked, or a delegate who takes it over
 * @param answer what answer is wanted of this ask; empty: none
 * @param due when it is to leave, and the local time and zone that instant came from
 * @param firstOwedAt since when the entry, the rules, the matter's team and the person all called for it
 * @param fate whether it will go out, and if not why
 * @param why the decision in words: rung, shift for quiet hours or leave, hand-over
 */
public record PlannedReminder(
        ReminderId id,
        Ask ask,
        MatterId matter,
        Purpose purpose,
        PersonId to,
        Channel channel,
        Due due,
        Instant firstOwedAt,
        Fate fate,
        Optional<TimeSpan> answer,
        String why) {

    /** The same reminder with another fate. */
    public PlannedReminder withFate(Fate next) {
        return new PlannedReminder(id, ask, matter, purpose, to, channel, due, firstOwedAt, next, answer, why);
    }

    /** An instant with the local time it was computed from. */
    public record Due(Instant at, LocalDateTime local, ZoneId zone) {}

    /** What becomes of a planned reminder. */
    public sealed interface Fate {
        /** It goes out when due. */
        record Goes() implements Fate {}

        /** Its time had passed when it was first owed: it goes out at once, marked "entered late". */
        record GoesLate() implements Fate {}

        /** It does not go out. */
        record Suppressed(String reason) implements Fate {}
    }
}
