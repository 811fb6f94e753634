package org.tickler.engine.dispatch;

import java.time.Instant;

/** What a stage decides of a reminder, and why. */
sealed interface Verdict {
    /** It goes on to the next stage. */
    record Goes() implements Verdict {}

    /** Not now; it is tried again. */
    record Waits(Instant until, String reason) implements Verdict {}

    /** Not until somebody sets the channel up; it has not failed. */
    record Held(String reason) implements Verdict {}

    /** It is not wanted any more. */
    record Suppressed(String reason) implements Verdict {}

    /** It cannot be told by this channel, so that another channel or the next person must hear. */
    record Failed(String reason) implements Verdict {}
}
