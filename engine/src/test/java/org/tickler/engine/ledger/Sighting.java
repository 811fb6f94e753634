package org.tickler.engine.ledger;

import java.time.Instant;
import java.util.Comparator;
import org.tickler.rules.firm.Channel;

/**
 * One line of a message that was seen to leave, or that had to.
 *
 * @param word why it is sent: {@code rung}, {@code escalation}, {@code moved} or {@code cancelled}
 * @param rung the rung that it comes of; empty for a notice
 * @param marked whether it says that the reader may have had it before
 */
record Sighting(
        Instant at, int item, int revision, String word, String rung, String reader, Channel channel, boolean marked)
        implements Comparable<Sighting> {
    private static final Comparator<Sighting> ORDER =
            Comparator.comparing(Sighting::at).thenComparing(Sighting::item).thenComparing(Sighting::toString);

    /** The same line, whenever it left. */
    String line() {
        return item + " r" + revision + " " + word + " " + rung + " to " + reader + " by " + channel;
    }

    @Override
    public int compareTo(Sighting other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return at + " " + line() + (marked ? " (may have come before)" : "");
    }
}
