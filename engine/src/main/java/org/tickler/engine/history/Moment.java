package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.LifeStore;

/**
 * One thing that happened in an entry's life.
 *
 * @param until when it was over; empty: it is not, or it took no time
 * @param words a sentence for people
 * @param facts the same for programs
 */
public record Moment(Instant at, Optional<Instant> until, LifeStore.What what, String words, JsonNode facts) {
    private static final Set<String> PEOPLE =
            Set.of("who", "to", "asked", "by", "for", "from", "passed-to", "settled-by", "viewer");

    /** Whether a person did it, or was told, asked or answered for. */
    public boolean involves(String person) {
        return PEOPLE.stream().anyMatch(key -> facts.path(key).asText().equals(person));
    }

    /** For programs. */
    public Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("at", at.toString());
        until.ifPresent(end -> keys.put("until", end.toString()));
        keys.put("what", Words.of(what));
        keys.put("words", words);
        keys.put("facts", facts);
        return keys;
    }

    /** Those of a period: from {@code from}, inclusive, to {@code to}, exclusive. */
    static Stream<Moment> within(Stream<Moment> all, Instant from, Instant to) {
        return all.filter(one -> !one.at().isBefore(from) && one.at().isBefore(to));
    }
}
