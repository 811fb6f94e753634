package org.tickler.daemon.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.http.Call;
import org.tickler.engine.docket.Act.DateGiven;

/// The JSON object that a request brings, read key by key; each fault is a 400 that names its key.
final class Body {
    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 10_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final Set<String> asked = new LinkedHashSet<>();

    private Body(JsonNode node) {
        this.node = node;
    }

    static Body read(Call call) {
        String type = mediaType(call);
        if (!type.equals("application/json")) {
            throw Refusal.of(
                    415, "unknown-type", "The body must be JSON: send it with Content-Type: application/json.");
        }
        try {
            JsonNode node = MAPPER.readTree(call.body());
            if (!node.isObject()) {
                throw Refusal.bad("The body must be one JSON object, such as {\"to\": \"2026-03-12\"}.");
            }
            return new Body(node);
        } catch (JsonProcessingException e) {
            throw Refusal.bad("The body is no JSON: " + e.getOriginalMessage() + ".");
        }
    }

    /// The media type, in lower case and without parameters; empty where none is given.
    static String mediaType(Call call) {
        return call.header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    String text(String key) {
        return find(key).orElseThrow(() -> Refusal.bad(key + ": it is needed here; give it as a text."));
    }

    Optional<String> find(String key) {
        asked.add(key);
        return node.hasNonNull(key) ? Optional.of(text(key, node.get(key))) : Optional.empty();
    }

    List<String> texts(String key) {
        asked.add(key);
        List<String> texts = new ArrayList<>();
        if (!node.path(key).isArray()) {
            throw Refusal.bad(key + ": it is needed here; give it as a list of texts.");
        }
        node.path(key).forEach(one -> texts.add(text(key, one)));
        return texts;
    }

    boolean flag(String key) {
        asked.add(key);
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw Refusal.bad(key + ": expected true or false.");
        }
        return value.asBoolean();
    }

    <E extends Enum<E>> E word(String key, Class<E> set) {
        String word = text(key);
        return Words.find(set, word)
                .orElseThrow(
                        () -> Refusal.bad(key + ": there is no \"" + word + "\"" + Nearest.hint(word, Words.all(set))
                                + "; there are " + String.join(", ", Words.all(set)) + "."));
    }

    <T> Optional<T> parsed(String key, Function<String, T> read) {
        return find(key).map(text -> {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw Refusal.bad(key + ": \"" + text + "\" is not what is wanted here: " + e.getMessage() + ".");
            }
        });
    }

    LocalDate day(String key) {
        text(key);
        return parsed(key, LocalDate::parse).orElseThrow();
    }

    /// A civil date in the entry's own zone, such as `2026-03-12` or `2026-03-12T09:30`, and under `ends` when it ends
    /// on
    /// that day; what is left out is not given.
    DateGiven date(String key) {
        Optional<String[]> parts = find(key).map(text -> text.split("T", 2));
        return new DateGiven(
                parts.map(part -> read(key, part[0], LocalDate::parse, "2026-03-12 or 2026-03-12T09:30")),
                parts.filter(part -> part.length == 2)
                        .map(part -> read(key, part[1], LocalTime::parse, "2026-03-12T09:30")),
                find("ends").map(text -> read("ends", text, LocalTime::parse, "10:30")));
    }

    /// @throws Refusal if the body has a key that nobody asked for
    void finish() {
        node.fieldNames().forEachRemaining(key -> {
            if (!asked.contains(key)) {
                throw Refusal.bad("There is no key \"" + key + "\" here" + Nearest.hint(key, asked) + "; there are "
                        + asked + ".");
            }
        });
    }

    private static <T> T read(String key, String text, Function<String, T> read, String example) {
        try {
            return read.apply(text);
        } catch (DateTimeException e) {
            throw Refusal.bad(key + ": expected one such as " + example + ", but was \"" + text + "\".");
        }
    }

    private static String text(String key, JsonNode value) {
        if (!value.isTextual()) {
            throw Refusal.bad(key + ": expected a text in quotes.");
        }
        String text = value.asText();
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusal.bad(key + ": expected a text of 1 to " + LONGEST_TEXT + " characters; or leave it out.");
        }
        return text;
    }
}
