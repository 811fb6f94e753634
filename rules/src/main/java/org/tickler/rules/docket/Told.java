package org.tickler.rules.docket;

import java.util.Set;

/**
 * What one person was told of one revision of an entry.
 *
 * @param stated what the entry said in that revision
 * @param off whether the person was told that it is off, for good or for now
 * @param answered the rungs to which the person then gave an answer, each as {@link #rung}
 */
public record Told(int revision, Stated stated, boolean off, Set<String> answered) {
    public Told {
        answered = Set.copyOf(answered);
    }

    /** How a rung of a ladder stands in {@code answered}. */
    public static String rung(String ladder, String rung) {
        return ladder + "/" + rung;
    }

    /** Whether {@code entry}, which must be one that stands, says the same: who was told this knows what holds. */
    public boolean agreesWith(Entry entry) {
        return !off && stated.equals(Stated.of(entry));
    }
}
