package org.tickler.rules.remind;

import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;

/**
 * One rung of one entry, in one of its revisions, put to one person.
 *
 * @param ladder the ladder's id; for what no ladder plans (a notice, a question, an alarm) the purpose's word
 * @param step 0 for the rung itself; 1 and more for the steps of its escalation; from {@link #PASSED_ON} for
 *     what people passed on
 */
public record Ask(EntryId entry, int revision, String ladder, String rung, PersonId asked, int step) {
    /** Steps from here on put it to somebody whom it was passed on to: no ladder has as many of its own. */
    public static final int PASSED_ON = 1_000;

    /** Steps from here on tell those who passed it on that it was not taken. */
    public static final int TOLD_BACK = 2_000;

    /** The same six always give the same id. */
    public AskId id() {
        return new AskId("A-"
                + Fingerprint.of(
                                entry.value(),
                                Integer.toString(revision),
                                ladder,
                                rung,
                                asked.value(),
                                Integer.toString(step))
                        .longCode());
    }

    /** The reminder that puts this ask on {@code channel}. */
    public ReminderId on(Channel channel) {
        return ReminderId.of(id(), channel);
    }
}
