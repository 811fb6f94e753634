package org.tickler.calendars.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over one map: hands out its values by key and type, remembers which keys were asked for, and records
 * what is missing, wrong or unknown as problems at the place where it stands.
 *
 * <p>How it is used: ask for every key the map may have, then call {@link #finish()}; build the value only if that
 * answers true.
 *
 * <pre>{@code
 * Fields fields = Fields.of(node, problems);
 * String id = fields.text("id");
 * Optional<LocalDate> from = fields.findDate("from");
 * return fields.finish() ? Optional.of(new Thing(id, from)) : Optional.empty();
 * }</pre>
 *
 * <p>Methods without find in their names want the key to be there and record {@link TextProblem#MISSING_KEY} if it
 * is not; those with find take its absence as an answer. Whatever comes back empty although the key was wanted, or
 * was there, has been recorded, and {@code finish()} answers false. A key with nothing behind it ({@link
 * TextNode#isNothing()}) is recorded as {@link TextProblem#EMPTY_VALUE} where a single value is wanted, and is an
 * empty list or map where one of those is.
 */
public final class Fields {

    private final MapNode map;
    private final Problems problems;
    private final @Nullable Fields parent;
    private final boolean readable;
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean failed;

    private Fields(MapNode map, Problems problems, @Nullable Fields parent, boolean readable) {
        this.map = map;
        this.problems = problems;
        this.parent = parent;
        this.readable = readable;
    }

    /**
     * A cursor over a node that should be a map. If it is none, that is recorded once, every key is absent without
     * further complaint, and {@code finish()} answers false. Nothing at all (an empty file) is an empty map.
     */
    public static Fields of(Node node, Problems problems) {
        return over(node, problems, null);
    }

    private static Fields over(Node node, Problems problems, @Nullable Fields parent) {
        if (node instanceof MapNode map) {
            return new Fields(map, problems, parent, true);
        }
        MapNode empty = new MapNode(node.at(), List.of());
        if (node instanceof TextNode text && text.isNothing()) {
            return new Fields(empty, problems, parent, true);
        }
        Fields unreadable = new Fields(empty, problems, parent, false);
        unreadable.error(
                node.at(),
                TextProblem.WRONG_TYPE,
                "expected a map of keys and values (key: value), found " + node.kind());
        return unreadable;
    }

    // ---- where and whether

    /** Where the map starts. */
    public Span at() {
        return map.at();
    }

    /** Where the value of a key starts; where the map starts if the key is not there. */
    public Span at(String key) {
        return map.find(key).map(Node::at).orElse(map.at());
    }

    /** Whether a key is there, whatever is behind it. Counts as asking for it. */
    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** The keys of the map in the order of the file, for maps whose keys are names rather than words of the format. */
    public List<TextNode> keys() {
        return map.entries().stream().map(MapNode.Entry::key).toList();
    }

    /** Whatever stands behind a key; nothing is recorded. */
    public Optional<Node> node(String key) {
        asked.add(key);
        return map.find(key);
    }

    // ---- single values

    /** The text behind a key, not blank. If it is missing or wrong, that is recorded and the empty text comes back. */
    public String text(String key) {
        return required(key, findText(key)).orElse("");
    }

    public Optional<String> findText(String key) {
        return read(key, Function.identity(), TextProblem.BAD_VALUE, "some text");
    }

    /** A whole number, digits only, with an optional minus sign. */
    public Optional<Integer> integer(String key) {
        return required(key, findInteger(key));
    }

    public Optional<Integer> findInteger(String key) {
        return read(key, Fields::parseInteger, TextProblem.BAD_VALUE, "14");
    }

    /** {@code yes}, {@code no}, {@code true} or {@code false}, in lower case. */
    public Optional<Boolean> bool(String key) {
        return required(key, findBool(key));
    }

    public Optional<Boolean> findBool(String key) {
        return findWord(key, List.of("yes", "no", "true", "false"))
                .map(word -> word.equals("yes") || word.equals("true"));
    }

    /** A civil date such as {@code 2026-03-27}, one that exists. */
    public Optional<LocalDate> date(String key) {
        return required(key, findDate(key));
    }

    public Optional<LocalDate> findDate(String key) {
        return read(key, Fields::parseDate, TextProblem.BAD_VALUE, "2026-03-27");
    }

    /** A time of day such as {@code 09:00}, from {@code 00:00} to {@code 23:59}. */
    public Optional<LocalTime> time(String key) {
        return required(key, findTime(key));
    }

    public Optional<LocalTime> findTime(String key) {
        return read(key, Fields::parseTime, TextProblem.BAD_VALUE, "\"09:00\"");
    }

    /** A time zone that {@link ZoneNames} knows. */
    public Optional<ZoneId> zone(String key) {
        return required(key, findZone(key));
    }

    public Optional<ZoneId> findZone(String key) {
        Optional<String> name = findText(key);
        Optional<ZoneId> zone = name.flatMap(ZoneNames::find);
        if (name.isPresent() && zone.isEmpty()) {
            String hint = ZoneNames.nearest(name.get())
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse("");
            error(
                    at(key),
                    TextProblem.UNKNOWN_ZONE,
                    key + ": no time zone is called \"" + name.get()
                            + "\"; expected a name from tzdb, as in America/New_York" + hint);
        }
        return zone;
    }

    /**
     * One of an enum's constants, by its word in {@link Words} ({@code CLERK_INACCESSIBLE} is {@code
     * clerk-inaccessible}).
     */
    public <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
        return required(key, findOneOf(key, type));
    }

    public <E extends Enum<E>> Optional<E> findOneOf(String key, Class<E> type) {
        return findWord(key, Words.all(type)).flatMap(word -> Words.find(type, word));
    }

    /** One of the given words. */
    public Optional<String> word(String key, Collection<String> valid) {
        return required(key, findWord(key, valid));
    }

    public Optional<String> findWord(String key, Collection<String> valid) {
        Optional<String> word = findText(key);
        if (word.isPresent() && !valid.contains(word.get())) {
            error(
                    at(key),
                    TextProblem.BAD_VALUE,
                    key + ": expected one of " + String.join(", ", valid) + "; found \"" + word.get() + "\""
                            + Nearest.hint(word.get(), valid));
            return Optional.empty();
        }
        return word;
    }

    /**
     * A text that the caller knows how to read. If {@code parser} throws an {@link IllegalArgumentException} or a
     * {@link DateTimeException}, its message and the example are recorded under {@code code}.
     *
     * @param example a valid value, as it is typed
     */
    public <T> Optional<T> read(String key, Function<String, T> parser, ProblemCode code, String example) {
        return node(key).flatMap(node -> scalar(key, node)).flatMap(text -> parse(key, text, parser, code, example));
    }

    // ---- lists and maps

    /** The texts behind a key, where one value or a list is meant. Empty if the key is not there. */
    public List<TextNode> list(String key) {
        List<TextNode> texts = new ArrayList<>();
        for (Node item : items(key)) {
            scalar(key, item).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /**
     * As {@link #list}, read by {@code parser} as in {@link #read}; those that cannot be read are left out and
     * recorded.
     */
    public <T> List<T> list(String key, Function<String, T> parser, ProblemCode code, String example) {
        return list(key).stream()
                .flatMap(text -> parse(key, text, parser, code, example).stream())
                .toList();
    }

    /** As {@link #list}, without the places. */
    public List<String> texts(String key) {
        return list(key).stream().map(TextNode::value).toList();
    }

    /**
     * Cursors over the maps behind a key, where one map or a list of maps is meant. Empty if the key is not there.
     * Each wants its own {@code finish()}.
     */
    public List<Fields> maps(String key) {
        return items(key).stream().map(item -> over(item, problems, this)).toList();
    }

    /**
     * A cursor over the map behind a key, which wants its own {@code finish()}. If the key is missing, that is
     * recorded and the cursor is over nothing, without further complaint.
     */
    public Fields map(String key) {
        Optional<Fields> found = findMap(key);
        return required(key, found)
                .orElseGet(() -> new Fields(new MapNode(map.at(), List.of()), problems, this, false));
    }

    public Optional<Fields> findMap(String key) {
        return node(key).map(value -> over(value, problems, this));
    }

    /**
     * Records {@link TextProblem#MISSING_KEY} if a key is not there, {@link TextProblem#EMPTY_VALUE} if nothing or
     * an empty list is behind it; for lists and maps that must be.
     */
    public void need(String key) {
        Optional<Node> value = required(key, node(key));
        if (value.filter(node -> itemsOf(node).isEmpty()).isPresent()) {
            error(at(key), TextProblem.EMPTY_VALUE, key + ": nothing is given; add at least one value");
        }
    }

    // ---- the end

    /** Records an error of the caller's own at the value of a key; {@code finish()} will answer false. */
    public void error(String key, ProblemCode code, String sentence) {
        error(at(key), code, sentence);
    }

    /**
     * Records an error of the caller's own; {@code finish()} of this cursor and of those around it will answer
     * false.
     */
    public void error(Span at, ProblemCode code, String sentence) {
        problems.error(at, code, sentence);
        for (Fields fields = this; fields != null; fields = fields.parent) {
            fields.failed = true;
        }
    }

    /** Records a warning of the caller's own at the value of a key. */
    public void warning(String key, ProblemCode code, String sentence) {
        problems.warning(at(key), code, sentence);
    }

    /** Where the problems of this map go. */
    public Problems problems() {
        return problems;
    }

    /**
     * Records every key that was not asked for, with the nearest of those that were. True if this map, and all maps
     * in it that were read before, are free of errors.
     */
    public boolean finish() {
        for (TextNode key : keys()) {
            if (!asked.contains(key.value())) {
                error(key.at(), TextProblem.UNKNOWN_KEY, unknown(key.value()));
            }
        }
        return readable && !failed;
    }

    private String unknown(String key) {
        Set<String> free = new LinkedHashSet<>(asked);
        map.entries().forEach(entry -> free.remove(entry.key().value()));
        Optional<String> near = Nearest.to(key, free);
        if (asked.isEmpty()) {
            return "no keys are expected here, found \"" + key + "\"";
        }
        return "no key is called \"" + key + "\" here"
                + near.map(name -> "; did you mean \"" + name + "\"?")
                        .orElse("; expected one of " + String.join(", ", asked));
    }

    private <T> Optional<T> required(String key, Optional<T> value) {
        if (readable && value.isEmpty() && map.find(key).isEmpty()) {
            error(
                    map.at(),
                    TextProblem.MISSING_KEY,
                    "\"" + key + "\" is missing here; add the line \"" + key + ": ...\"");
        }
        return value;
    }

    private List<Node> items(String key) {
        return node(key).map(Fields::itemsOf).orElse(List.of());
    }

    private static List<Node> itemsOf(Node node) {
        return switch (node) {
            case ListNode list -> list.items();
            case TextNode text when text.isNothing() -> List.of();
            case TextNode text -> List.of(text);
            case MapNode map -> List.of(map);
        };
    }

    private Optional<TextNode> scalar(String key, Node node) {
        if (!(node instanceof TextNode text)) {
            error(node.at(), TextProblem.WRONG_TYPE, key + ": expected a single value, found " + node.kind());
            return Optional.empty();
        }
        if (text.isNothing() || text.value().isBlank()) {
            error(node.at(), TextProblem.EMPTY_VALUE, key + ": nothing is given; add a value or take the key out");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** As {@link #read}, for a text that was handed out before, such as an item of {@link #list(String)}. */
    public <T> Optional<T> parse(
            String key, TextNode text, Function<String, T> parser, ProblemCode code, String example) {
        try {
            return Optional.of(parser.apply(text.value()));
        } catch (DateTimeException e) {
            error(text.at(), code, key + ": cannot read " + text.kind() + "; expected something like " + example);
        } catch (IllegalArgumentException e) {
            String why = e.getMessage() == null ? "" : ": " + e.getMessage();
            error(text.at(), code, key + ": cannot read " + text.kind() + why + "; expected something like " + example);
        }
        return Optional.empty();
    }

    private static Integer parseInteger(String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException("not a whole number");
        }
        return Integer.valueOf(text);
    }

    private static LocalDate parseDate(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new IllegalArgumentException("not a date");
        }
        return LocalDate.parse(text);
    }

    private static LocalTime parseTime(String text) {
        if (!text.matches("[0-9]{1,2}:[0-9]{2}")) {
            throw new IllegalArgumentException("not a time of day");
        }
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }
}
