package org.tickler.engine.answer;

import java.util.List;
import java.util.Optional;
import org.tickler.engine.store.AskRow;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.remind.AskId;

/** What became of an answer. */
public sealed interface Recorded {
    /** It is written down, and what follows from it is on its way. {@code late}: it had been passed on before. */
    record Taken(AskRow ask, Entry entry, boolean late) implements Recorded {}

    /** The same had been said before; nothing changed. */
    record Same(AskRow ask, Entry entry) implements Recorded {}

    /**
     * The date it answers to is no longer the entry's; nothing was recorded as an answer.
     *
     * @param newer the ask for the present date that waits for the same person, where there is one
     */
    record Moved(AskRow ask, Entry entry, Optional<AskId> newer) implements Recorded {}

    /**
     * It cannot be taken so; nothing was recorded.
     *
     * @param why as a sentence without its end
     * @param possible the names of those whom it could be passed on to, or who may answer
     */
    record Refused(AskRow ask, Entry entry, String why, List<String> possible) implements Recorded {
        public Refused {
            possible = List.copyOf(possible);
        }
    }

    /** The entry is over: there is nothing to answer any more. */
    record Over(Entry entry) implements Recorded {}

    /** A list was signed, or refused, and that is written down. {@code late}: it had been passed on before. */
    record Signed(AskRow ask, boolean late) implements Recorded {}

    /** The same had been said of a list before; nothing changed. */
    record SignedBefore(AskRow ask) implements Recorded {}

    /** There is no such ask, or none that can be answered. */
    record NoSuch() implements Recorded {}
}
