package org.tickler.engine.dispatch;

import java.time.Instant;
import java.util.List;
import org.tickler.rules.firm.Channel;

/**
 * A way out of the house, such as the firm's mail server. One call of {@link #carry} touches the network at most once for
 * the message: who repeats, and when, is decided by the rows. Safe for as many threads as {@link #connections} says.
 */
public interface Carrier {
    Channel channel();

    /** How many letters may be under way at once; at least 1. */
    int connections();

    /** Carries one letter and says what became of it. Comes back within 60 s, and never throws for what others do. */
    Outcome carry(Letter letter);

    /**
     * What became of a letter whose earlier tries had no known outcome. {@code Accepted}: it did leave, and nothing is
     * sent again. {@code Retry}: ask again after the time it names. Anything else: nobody can say, so that it is sent
     * again and marked as a possible duplicate.
     *
     * @param tries when the tries of unknown outcome began, the first first
     */
    default Outcome reconcile(Letter letter, List<Instant> tries) {
        return new Outcome.Unknown("this channel cannot tell whether a message left");
    }

    /** Whether the way out is open, without sending anything: {@code Accepted}, or what is wrong with it. */
    Outcome probe();
}
