package org.tickler.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.StatusStore;

/**
 * What is counted for those who watch the daemon from outside.
 *
 * @param states how many reminders stand in each state
 * @param attempts how many attempts came to which outcome, by {@code channel/outcome}
 * @param holds how many wait for a release
 * @param incidents how many channels are down
 * @param book the fingerprint of the active one; empty before the first
 * @param watched what the watch last found
 * @param webhooks how many deliveries stand in each state, by {@code hook/state}
 */
public record Counts(
        Instant at,
        NodeStore.Overdue unsent,
        Map<String, Integer> states,
        Map<String, Integer> attempts,
        int escalations,
        StatusStore.Latency latency,
        int holds,
        int incidents,
        Optional<String> book,
        Watched watched,
        Map<String, Integer> webhooks) {
    public Counts {
        states = Map.copyOf(states);
        attempts = Map.copyOf(attempts);
        webhooks = Map.copyOf(webhooks);
    }

    /** For how long the oldest of what is due and unsent has waited; zero where nothing has. */
    public Duration oldestUnsent() {
        return unsent.oldest().map(since -> Duration.between(since, at)).orElse(Duration.ZERO);
    }
}
