package org.tickler.engine.answer;

import java.util.Optional;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.rules.firm.PersonId;

/**
 * What somebody answers, and by which road it came.
 *
 * @param by who says it: the person asked, or somebody who answers for that person, as herself
 * @param to with *pass on*, whom to
 * @param proof with *done*, the receipt
 */
public record AnswerGiven(Answer answer, PersonId by, AnswerWay how, Optional<PersonId> to, Optional<Proof> proof) {

    /** An answer that needs nothing more. */
    public static AnswerGiven of(Answer answer, PersonId by, AnswerWay how) {
        return new AnswerGiven(answer, by, how, Optional.empty(), Optional.empty());
    }

    /** That it is done. */
    public static AnswerGiven done(PersonId by, AnswerWay how, Optional<Proof> proof) {
        return new AnswerGiven(Answer.DONE, by, how, Optional.empty(), proof);
    }

    /** That {@code to} has it. */
    public static AnswerGiven passOn(PersonId by, AnswerWay how, PersonId to) {
        return new AnswerGiven(Answer.PASS_ON, by, how, Optional.of(to), Optional.empty());
    }
}
