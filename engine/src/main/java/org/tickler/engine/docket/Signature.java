package org.tickler.engine.docket;

import java.time.Instant;
import java.util.Optional;
import org.tickler.engine.store.AnswerWay;
import org.tickler.rules.deadline.DeadlineDeriver;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.firm.PersonId;

/**
 * Who does an act, and why in that person's words.
 *
 * @param road how it came
 */
public record Signature(PersonId by, Optional<String> reason, AnswerWay road) {
    /** By a command. */
    public Signature(PersonId by, Optional<String> reason) {
        this(by, reason, AnswerWay.COMMAND);
    }

    public static Signature of(PersonId by, String reason) {
        return new Signature(by, Optional.of(reason));
    }

    /** Whether a reason is given. */
    boolean saysWhy() {
        return reason.filter(why -> !why.isBlank()).isPresent();
    }

    /** What this person says at {@code now} about the date of an entry of {@code docket}. */
    Instruction says(Docket docket, Entry about, What what, Terms terms, Instant now) {
        return new Instruction(about.id(), what, terms, DeadlineDeriver.basis(docket, about), by, now, reason);
    }
}
