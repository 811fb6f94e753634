package org.tickler.daemon.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.http.Call;

/// What stands behind the question mark of a request. Every fault is a 400 with a sentence.
final class Query {
    static final int USUAL = 100;
    static final int MOST = 500;

    private final Map<String, String> given;

    private Query(Map<String, String> given) {
        this.given = given;
    }

    static Query of(Call call, Set<String> names) {
        Map<String, String> given = call.parameters();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw Refusal.bad("There is no parameter \"" + name + "\" here" + Nearest.hint(name, names)
                        + (names.isEmpty() ? "; leave it out." : "; there are " + new TreeSet<>(names) + "."));
            }
        }
        return new Query(given);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(given.get(name)).filter(value -> !value.isBlank());
    }

    <T> Optional<T> id(String name, Function<String, T> read) {
        return find(name).map(text -> {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException e) {
                throw Refusal.bad(name + ": " + e.getMessage() + "; take an id as the API's lists give it.");
            }
        });
    }

    Optional<LocalDate> day(String name) {
        return find(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw Refusal.bad(name + ": expected a date such as 2026-03-12, but was \"" + text + "\".");
            }
        });
    }

    /// Words of a closed set, parted by commas.
    <E extends Enum<E>> Set<E> words(String name, Class<E> set) {
        Set<E> words = EnumSet.noneOf(set);
        find(name).ifPresent(text -> {
            for (String word : text.split(",", -1)) {
                words.add(Words.find(set, word.strip())
                        .orElseThrow(() -> Refusal.bad(name + ": there is no \"" + word.strip() + "\""
                                + Nearest.hint(word.strip(), Words.all(set)) + "; there are "
                                + String.join(", ", Words.all(set)) + ".")));
            }
        });
        return words;
    }

    boolean flag(String name) {
        return switch (given.getOrDefault(name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.bad(name + ": expected true or false, but was \"" + given.get(name) + "\".");
        };
    }

    /// How many items at most: 100 unless said, 500 at most.
    int limit() {
        String text = given.getOrDefault("limit", Integer.toString(USUAL));
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
            throw Refusal.bad("limit: expected a number from 1 to " + MOST + ", but was \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
