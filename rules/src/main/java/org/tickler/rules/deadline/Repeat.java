package org.tickler.rules.deadline;

import java.util.Optional;
import org.tickler.rules.remind.TimeSpan;

/**
 * That a deadline comes again.
 *
 * @param every counted from the first; never zero
 * @param until the first entry of this sort, dated on or after the trigger, ends it: occurrences on its date and before
 *     stand. Empty, or no such entry: only the bounds {@link #MOST} and {@link #YEARS} end it
 */
public record Repeat(TimeSpan every, Optional<Trigger> until) {
    /** At most so many occurrences, the first included. */
    public static final int MOST = 60;

    /** None is later than so many years after the first. */
    public static final int YEARS = 5;

    public Repeat {
        if (every.count() < 1) {
            throw new IllegalArgumentException("what comes again does so after 1 day or more, but was: " + every);
        }
    }
}
