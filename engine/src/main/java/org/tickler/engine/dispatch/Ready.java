package org.tickler.engine.dispatch;

import java.util.Optional;

/**
 * A bundle with its letter.
 *
 * @param attempt the number of the attempt that was written down for it; empty: none was yet
 */
record Ready(Bundle bundle, Letter letter, Optional<Long> attempt) {
    Ready begun(long number) {
        return new Ready(bundle, letter, Optional.of(number));
    }

    Sent tried(Outcome outcome) {
        return new Sent(bundle, letter.address(), attempt, outcome, true);
    }

    Sent untried(String reason) {
        return new Sent(
                bundle, letter.address(), attempt, new Outcome.Retry("not tried: " + reason, Optional.empty()), false);
    }
}
