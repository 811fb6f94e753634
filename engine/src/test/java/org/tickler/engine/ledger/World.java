package org.tickler.engine.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickler.engine.ledger.Story.Trouble;
import org.tickler.engine.ledger.Story.Trouble.Sort;
import org.tickler.engine.store.Answer;
import org.tickler.rules.firm.Channel;

/** What lies outside the house of one story, and does with its messages what the story says. */
final class World {
    private final Story story;
    private final Map<Trouble, Set<Instant>> had = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final TreeMap<Instant, TreeMap<String, Said>> replies = new TreeMap<>();
    private boolean died;

    /** Somebody's answer to what asked by that rung. */
    record Said(int item, String rung, String who, Answer answer) {}

    World(Story story) {
        this.story = story;
    }

    /** What becomes of what is sent to somebody at an instant; empty: it arrives. Several at one instant fare alike. */
    Optional<Sort> meets(String reader, Channel channel, Instant at) {
        for (Trouble trouble : story.troubles()) {
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

    /** How the process dies that has something to send at an instant; empty: it lives. It dies once. */
    Optional<Story.Death.When> dies(Instant at) {
        Optional<Story.Death> death =
                story.death().filter(one -> !died && !one.from().isAfter(at));
        died |= death.isPresent();
        return death.map(Story.Death::when);
    }

    /** Somebody has what asks for an answer by a rung, and will say something if it is the first; when. */
    Set<Instant> asked(Instant at, int item, int revision, String rung, String who) {
        String key = item + " " + revision + " " + rung + " " + who;
        Set<Instant> when = new HashSet<>();
        for (Story.Reply reply : asked.add(key) ? story.replies(item, revision, rung, who) : List.<Story.Reply>of()) {
            when.add(at.plus(reply.after()));
            replies.computeIfAbsent(at.plus(reply.after()), one -> new TreeMap<>())
                    .put(key + " " + reply.answer(), new Said(item, rung, who, reply.answer()));
        }
        return when;
    }

    /** What is said at an instant, one after the other. */
    List<Said> says(Instant at) {
        return List.copyOf(replies.getOrDefault(at, new TreeMap<>()).values());
    }
}
