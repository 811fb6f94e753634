package org.tickler.engine.store;

import java.time.Instant;
import java.util.Optional;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.TimeSpan;

/**
 * An ask as it is stored.
 *
 * @param entry empty: an alarm of the engine itself, or a sheet
 * @param answerWithin empty: no answer is wanted
 * @param reason why it was escalated or closed, or who has it
 */
public record AskRow(
        AskId id,
        Optional<EntryId> entry,
        Optional<MatterId> matter,
        int revision,
        Purpose purpose,
        String ladder,
        String rung,
        PersonId asked,
        int step,
        Optional<TimeSpan> answerWithin,
        AskState state,
        Clock clock,
        Optional<Given> given,
        Optional<String> reason) {

    /**
     * How long it has been silent.
     *
     * @param firstSentAt when the first of its reminders left
     * @param silentAt when the next step of its escalation is due; empty: none is
     * @param nextStep which step that is, counted from 1
     */
    public record Clock(Optional<Instant> firstSentAt, Optional<Instant> silentAt, int nextStep) {}

    /** An answer that came. */
    public record Given(Answer answer, PersonId by, Instant at, AnswerWay how) {}

    /** Whether it still waits: nobody has said that it is in hand, and nothing has made it moot. */
    public boolean waits() {
        return state == AskState.OPEN || state == AskState.ESCALATED;
    }
}
