package org.tickler.engine.store;

import java.time.Instant;
import java.util.Optional;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;
import org.tickler.rules.remind.TimeSpan;

/**
 * A reminder that was claimed, with its ask.
 *
 * @param about the entry and its matter; empty: an alarm of the engine itself, or a sheet
 * @param progress what was done about it so far
 * @param fence the number under which it was claimed; what is written under an older one is refused
 */
public record DueReminder(
        ReminderId id,
        PersonId reader,
        Channel channel,
        Purpose purpose,
        Optional<About> about,
        Times times,
        String why,
        PutAsk ask,
        Progress progress,
        long fence) {

    /** The entry, the revision of it that was planned, and the matter it is on. */
    public record About(EntryId entry, int revision, MatterId matter) {}

    /**
     * When it was to leave.
     *
     * @param due when it was to leave
     * @param firstOwed since when both the entry and the rules called for it
     * @param enteredLate whether that was after its time
     */
    public record Times(Instant due, Instant firstOwed, boolean enteredLate) {}

    /**
     * The ask that it puts.
     *
     * @param ladder its name; with {@code rung} that of the rule that called for it
     * @param asked who is asked, whoever reads it
     * @param within how soon an answer is wanted; empty: none is
     * @param silentAt when its silence becomes too long, once that is known
     * @param reason why it is in this state, where that needs saying
     */
    public record PutAsk(
            AskId id,
            String ladder,
            String rung,
            PersonId asked,
            AskState state,
            Optional<TimeSpan> within,
            Optional<Instant> silentAt,
            Optional<String> reason) {}

    /** How often it was tried, and in which message. */
    public record Progress(int tries, Optional<String> message, boolean possibleDuplicate) {}

    /** Whether an answer is wanted of the reader. */
    public boolean wantsAnswer() {
        return ask.within().isPresent();
    }
}
