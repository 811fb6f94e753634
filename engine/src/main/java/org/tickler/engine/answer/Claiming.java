package org.tickler.engine.answer;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.AnswerWay;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.PersonId;

/** What is done to an entry when somebody answers that it is done. */
@FunctionalInterface
public interface Claiming {
    /**
     * Claims the entry, with its receipt where there is one, and writes that into the audit, in the caller's transaction.
     *
     * @return why it cannot be claimed so, and what to do, as a sentence; then nothing was written. Empty: it is claimed
     */
    Optional<String> claim(
            Handle handle, EntryId entry, PersonId by, Optional<Proof> proof, AnswerWay how, Instant now);
}
