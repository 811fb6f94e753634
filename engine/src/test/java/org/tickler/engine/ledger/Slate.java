package org.tickler.engine.ledger;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.StoryFacts.Live;

/** What the model knows by now: how the facts are, who was asked what, and which addresses are dead. */
final class Slate {
    final Story story;
    final StoryFacts facts;
    final Map<String, Ask> asks = new LinkedHashMap<>();
    final Set<String> dead = new HashSet<>();
    Instant now = Story.START;
    /** Another as soon as what is owed may be another. */
    int version;

    Slate(Story story) {
        this.story = story;
        this.facts = new StoryFacts(story);
    }

    /** That ask of the entry as it stands, made where there is none. */
    Ask ask(Live live, String word, Optional<Rung> rung, String asked, int step) {
        String key = live.item.number() + " " + live.revision() + word
                + rung.map(Rung::id).orElse("") + asked + step;
        return asks.computeIfAbsent(key, made -> {
            Ask ask = new Ask();
            ask.entry = live;
            ask.revision = live.revision();
            ask.word = word;
            ask.rung = rung;
            ask.asked = asked;
            ask.step = step;
            return ask;
        });
    }

    /** The first along the delegates who is there, each on the day on which it would reach that one. */
    Optional<String> standIn(String away, Live live, Function<String, Instant> moment) {
        Set<String> seen = new HashSet<>(Set.of(away));
        Optional<String> next = facts.delegate(away);
        while (next.isPresent() && seen.add(next.get())) {
            String one = next.get();
            if (!facts.away(one, facts.day(moment.apply(one), one)) && !facts.walled(one, live.item.matter())) {
                return next;
            }
            next = facts.delegate(one);
        }
        return Optional.empty();
    }
}
