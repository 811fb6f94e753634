package org.tickler.engine.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.engine.ledger.Story.Trouble;
import org.tickler.engine.ledger.Story.Trouble.Sort;
import org.tickler.rules.firm.Channel;

/** What lies outside the house of one story, and does with its messages what the story says. */
final class World {
    private final List<Trouble> troubles;
    private final Map<Trouble, Set<Instant>> had = new HashMap<>();

    World(Story story) {
        this.troubles = story.troubles();
    }

    /** What becomes of what is sent to somebody at an instant; empty: it arrives. Several at one instant fare alike. */
    Optional<Sort> meets(String reader, Channel channel, Instant at) {
        for (Trouble trouble : troubles) {
            if (trouble.who().equals(reader) && trouble.channel() == channel && !at.isBefore(trouble.from())) {
                Set<Instant> instants = had.computeIfAbsent(trouble, one -> new HashSet<>());
                if (instants.contains(at) || instants.size() < trouble.times()) {
                    instants.add(at);
                    return Optional.of(trouble.sort());
                }
            }
        }
        return Optional.empty();
    }
}
