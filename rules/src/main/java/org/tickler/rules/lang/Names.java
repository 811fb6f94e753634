package org.tickler.rules.lang;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.remind.Addressee;

/** Reads names and says of those nobody knows which one was probably meant. */
final class Names {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LISTED = 12;

    private final Known known;

    Names(Known known) {
        this.known = known;
    }

    /** The name of a rule itself. */
    static Optional<String> id(Fields fields, String key) {
        Optional<String> id = fields.findText(key);
        if (id.isPresent() && !ID.matcher(id.get()).matches()) {
            fields.error(
                    key,
                    RuleProblem.BAD_ID,
                    key + ": \"" + id.get()
                            + "\" cannot be a name; use lower-case letters, digits and hyphens, at most 60, as in court-deadline");
            return Optional.empty();
        }
        return id;
    }

    Set<EntryKind> kinds(Fields fields, String key) {
        return several(fields, key, text -> kind(fields, text));
    }

    Optional<EntryKind> kind(Fields fields, String key) {
        return single(fields, key).flatMap(text -> kind(fields, text));
    }

    Set<String> events(Fields fields, String key) {
        return several(fields, key, text -> event(fields, text));
    }

    Optional<String> event(Fields fields, String key) {
        return single(fields, key).flatMap(text -> event(fields, text));
    }

    Set<CalendarId> courts(Fields fields, String key) {
        return several(
                fields,
                key,
                text -> named(fields, text, "court", known.calendars(), RuleProblem.UNKNOWN_COURT)
                        .map(CalendarId::new));
    }

    /** Free words, such as the name of a practice. */
    Set<String> words(Fields fields, String key) {
        return several(fields, key, text -> Optional.of(text.value()));
    }

    /** Words of a closed set. */
    static <E extends Enum<E>> Set<E> chosen(Fields fields, String key, Class<E> words, RuleProblem code) {
        return several(fields, key, text -> chosen(fields, key, text, words, code));
    }

    /** One word of a closed set. */
    static <E extends Enum<E>> Optional<E> chosen(
            Fields fields, String key, TextNode text, Class<E> words, RuleProblem code) {
        Optional<E> found = Words.find(words, text.value());
        if (found.isEmpty()) {
            String hint = Nearest.hint(text.value(), Words.all(words));
            fields.error(
                    text.at(),
                    code,
                    key + ": \"" + text.value() + "\" is none of " + String.join(", ", Words.all(words)) + hint);
        }
        return found;
    }

    Set<MatterId> matters(Fields fields, String key) {
        return several(fields, key, text -> {
            try {
                return Optional.of(new MatterId(text.value()));
            } catch (IllegalArgumentException e) {
                fields.error(
                        text.at(),
                        RuleProblem.BAD_ID,
                        key + ": a matter's number is 1 to 120 printable characters; write it as in H-2291");
                return Optional.empty();
            }
        });
    }

    Optional<String> template(Fields fields, String key) {
        return single(fields, key)
                .flatMap(text -> named(fields, text, "template", known.templates(), RuleProblem.UNKNOWN_TEMPLATE));
    }

    /** Records that a key with a single value is missing; that it has no value is recorded where it is read. */
    static void needSingle(Fields fields, String key) {
        if (!fields.has(key)) {
            fields.need(key);
        }
    }

    /** The one text behind a key, with its place. */
    static Optional<TextNode> single(Fields fields, String key) {
        return fields.findText(key).map(text -> new TextNode(fields.at(key), text, true));
    }

    /** A role, where anybody holds one of that name; else a person. {@code owner} and {@code delegate} are words. */
    Optional<Addressee> addressee(Fields fields, TextNode text) {
        String word = text.value();
        if (word.equals("owner")) {
            return Optional.of(new Addressee.Owner());
        }
        if (word.equals("delegate")) {
            return Optional.of(new Addressee.DelegateOfAsked());
        }
        if (known.roles().contains(word)) {
            return Optional.of(new Addressee.Role(new RoleName(word)));
        }
        if (known.people().contains(word)) {
            return Optional.of(new Addressee.Named(new PersonId(word)));
        }
        Set<String> candidates = new TreeSet<>(known.roles());
        candidates.addAll(known.people());
        candidates.add("owner");
        unknown(fields, text, "role or person", candidates, RuleProblem.UNKNOWN_NAME);
        return Optional.empty();
    }

    private Optional<EntryKind> kind(Fields fields, TextNode text) {
        return named(fields, text, "kind of entry", Words.all(EntryKind.class), RuleProblem.UNKNOWN_KIND)
                .flatMap(word -> Words.find(EntryKind.class, word));
    }

    private Optional<String> event(Fields fields, TextNode text) {
        if (!ID.matcher(text.value()).matches()) {
            fields.error(
                    text.at(),
                    RuleProblem.UNKNOWN_EVENT,
                    "\"" + text.value() + "\" cannot be an event; write it as in complaint-served");
            return Optional.empty();
        }
        return known.events().isEmpty()
                ? Optional.of(text.value())
                : named(fields, text, "event", known.events(), RuleProblem.UNKNOWN_EVENT);
    }

    private static Optional<String> named(
            Fields fields, TextNode text, String what, Collection<String> names, RuleProblem code) {
        if (names.contains(text.value())) {
            return Optional.of(text.value());
        }
        unknown(fields, text, what, names, code);
        return Optional.empty();
    }

    private static void unknown(Fields fields, TextNode text, String what, Collection<String> names, RuleProblem code) {
        String hint = Nearest.hint(text.value(), names);
        List<String> some = names.stream().sorted().limit(LISTED).toList();
        String listed = some.isEmpty()
                ? "; there is none at all"
                : "; there are " + String.join(", ", some) + (names.size() > LISTED ? " and others" : "");
        fields.error(
                text.at(),
                code,
                "no " + what + " is called \"" + text.value() + "\"" + (hint.isEmpty() ? listed : hint));
    }

    private static <T> Set<T> several(Fields fields, String key, Function<TextNode, Optional<T>> reader) {
        if (!fields.has(key)) {
            return Set.of();
        }
        if (namesNothing(fields.node(key).orElseThrow())) {
            fields.error(
                    key, RuleProblem.NOTHING_NAMED, key + ": names nothing; name one, or take the key out to mean all");
        }
        Set<T> values = new LinkedHashSet<>();
        for (TextNode text : fields.list(key)) {
            reader.apply(text).ifPresent(values::add);
        }
        return values;
    }

    private static boolean namesNothing(Node node) {
        return switch (node) {
            case ListNode list -> list.items().isEmpty();
            case TextNode text -> text.isNothing();
            case MapNode map -> false;
        };
    }
}
