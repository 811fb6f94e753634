package org.tickler.rules.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tickler.rules.remind.Match;

/**
 * What the firm asks of some of its entries.
 *
 * @param verify how a second person looks at their dates; empty: none does
 * @param done what a person's word must be joined by until one of them is done; empty: the word is enough
 */
public record Check(String id, Match match, Optional<Verify> verify, Set<Proof> done) {
    public Check {
        done = done.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(done));
    }

    /** How a second person looks at a date. */
    public enum Verify {
        /** Reads it from the paper, without being shown the one that stands. */
        BLIND,
        /** Looks at the one that stands. */
        SEEN
    }

    /** What a claim needs beside a person's word. */
    public enum Proof {
        /** A receipt that it was accepted. */
        RECEIPT,
        /** The word of another person. */
        SECOND_PERSON
    }
}
