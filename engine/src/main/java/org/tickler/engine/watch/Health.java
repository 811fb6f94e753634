package org.tickler.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.StatusStore;

/**
 * How things stood at a look.
 *
 * @param overdue what was due and lay with nobody
 * @param incidents the channels that were down
 * @param nodes the processes that were there
 */
public record Health(NodeStore.Overdue overdue, List<IncidentStore.Incident> incidents, List<StatusStore.Node> nodes) {
    /** For how long the oldest of what is overdue has been; zero where nothing is. */
    public Duration overdueFor(Instant now) {
        return overdue.oldest().map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    }

    /** The versions of time zone data that the processes compute with. */
    public Set<String> tzdbs() {
        return nodes.stream().map(StatusStore.Node::tzdb).collect(Collectors.toUnmodifiableSet());
    }
}
