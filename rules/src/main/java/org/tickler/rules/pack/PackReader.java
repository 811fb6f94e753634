package org.tickler.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.YamlReader;
import org.tickler.rules.count.LawId;

/** Reads a pack. The format is described in {@code docs/packs.md}. */
public final class PackReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private PackReader() {}

    /**
     * The pack that a file holds, read and found consistent in itself; empty if it has an error. Its examples are not run:
     * that is {@link PackCheck}'s.
     */
    public static Optional<Pack> read(SourceText source, Problems problems) {
        Problems own = new Problems();
        Optional<Pack> pack = YamlReader.read(source, own).flatMap(root -> pack(Fields.of(root, own), own));
        own.sorted().forEach(problems::add);
        return pack.filter(read -> !own.hasErrors());
    }

    private static Optional<Pack> pack(Fields fields, Problems problems) {
        fields.need("pack");
        Optional<String> id = name(fields, "pack");
        String title = fields.text("title");
        Optional<LocalDate> version = fields.date("version");
        fields.need("law");
        Optional<LawId> law = fields.read("law", LawId::new, PackProblem.BAD_NAME, "us-frcp");
        fields.need("courts");
        Optional<CalendarId> courts = fields.read("courts", CalendarId::new, PackProblem.BAD_NAME, "us-federal");
        SortedMap<String, String> facts = words(fields, "facts");
        SortedMap<String, String> events = words(fields, "events");
        List<CourtRule> rules = new ArrayList<>();
        fields.need("rules");
        for (Fields rule : fields.maps("rules")) {
            new RuleFields(rule).rule().ifPresent(rules::add);
        }
        if (!fields.finish() || id.isEmpty() || version.isEmpty() || law.isEmpty() || courts.isEmpty()) {
            return Optional.empty();
        }
        Pack pack = new Pack(id.get(), title, version.get(), law.get(), courts.get(), facts, events, rules);
        new PackConsistency(pack, problems).check();
        unused(fields, pack.rules());
        return Optional.of(pack);
    }

    /** Warns of the events of a file that none of its rules names. */
    static void unused(Fields file, List<CourtRule> rules) {
        file.findMap("events").ifPresent(events -> unused(events, PackConsistency.named(rules)));
    }

    private static void unused(Fields events, Set<String> named) {
        for (TextNode event : events.keys()) {
            if (!named.contains(event.value())) {
                events.warning(
                        event.value(), PackProblem.UNUSED_EVENT, "no rule of the pack names \"" + event.value() + "\"");
            }
        }
    }

    /** A map of names to what they mean. */
    static SortedMap<String, String> words(Fields parent, String key) {
        SortedMap<String, String> words = new TreeMap<>();
        parent.findMap(key).ifPresent(map -> {
            for (TextNode name : map.keys()) {
                if (!NAME.matcher(name.value()).matches()) {
                    map.error(
                            name.at(),
                            PackProblem.BAD_NAME,
                            "\"" + name.value() + "\" is no name; names have lower-case letters, digits and hyphens");
                }
                words.put(name.value(), map.text(name.value()));
            }
            map.finish();
        });
        return words;
    }

    /** A name behind a key. */
    static Optional<String> name(Fields fields, String key) {
        return fields.read(
                key,
                text -> {
                    if (!NAME.matcher(text).matches()) {
                        throw new IllegalArgumentException("names have lower-case letters, digits and hyphens");
                    }
                    return text;
                },
                PackProblem.BAD_NAME,
                "complaint-served");
    }
}
