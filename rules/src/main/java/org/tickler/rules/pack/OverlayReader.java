package org.tickler.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.holiday.Validity;
import org.tickler.calendars.text.Fields;
import org.tickler.rules.count.Authority;

/** Reads an overlay. The format is described in {@code docs/packs.md}. */
public final class OverlayReader {
    /** The key that an overlay begins with. */
    public static final String KEY = "overlay";

    private OverlayReader() {}

    /**
     * The overlay that a file holds; empty if it has an error. Whether it fits what it stands on is
     * {@link OverlayConsistency}'s to say, and its examples are {@link PackCheck}'s to run.
     */
    public static Optional<Overlay> read(Fields fields) {
        fields.need(KEY);
        Optional<String> id = PackReader.name(fields, KEY);
        String title = fields.text("title");
        Optional<LocalDate> version = fields.date("version");
        fields.need("over");
        Optional<String> over = PackReader.name(fields, "over");
        fields.need("courts");
        List<CalendarId> courts = fields.list("courts", CalendarId::new, PackProblem.BAD_NAME, "us-nysd");
        List<String> judges = judges(fields);
        SortedMap<String, String> facts = PackReader.words(fields, "facts");
        SortedMap<String, String> events = PackReader.words(fields, "events");
        List<Overlay.Rule> rules = rules(fields);
        List<Overlay.Absence> without = without(fields);
        if (rules.isEmpty() && without.isEmpty() && !fields.has("rules") && !fields.has("without")) {
            fields.need("rules");
        }
        if (!fields.finish() || id.isEmpty() || version.isEmpty() || over.isEmpty()) {
            return Optional.empty();
        }
        PackReader.unused(fields, rules.stream().map(Overlay.Rule::rule).toList());
        return Optional.of(new Overlay(
                id.get(),
                title,
                version.get(),
                over.get(),
                new Overlay.Bench(courts, judges),
                facts,
                events,
                rules,
                without,
                new Overlay.Places(fields.at("over"), fields.at("courts"), fields.at("judge"))));
    }

    /** An empty list would make a court's overlay of a judge's. */
    private static List<String> judges(Fields fields) {
        if (fields.has("judge")) {
            fields.need("judge");
        }
        return fields.texts("judge");
    }

    private static List<Overlay.Rule> rules(Fields fields) {
        if (fields.has("rules")) {
            fields.need("rules");
        }
        List<Overlay.Rule> rules = new ArrayList<>();
        for (Fields map : fields.maps("rules")) {
            Optional<String> replaces = PackReader.name(map, "replaces");
            Optional<String> id = map.findText("id");
            if (replaces.isPresent() && id.isPresent() && !id.equals(replaces)) {
                map.error(
                        "id",
                        PackProblem.BAD_NAME,
                        "id: a rule in place of \"" + replaces.get()
                                + "\" keeps that name, by which its entries are known; take id: out");
            }
            new RuleFields(map)
                    .rule(replaces)
                    .ifPresent(rule -> rules.add(new Overlay.Rule(rule, replaces.isPresent())));
        }
        return rules;
    }

    private static List<Overlay.Absence> without(Fields fields) {
        if (fields.has("without")) {
            fields.need("without");
        }
        List<Overlay.Absence> without = new ArrayList<>();
        for (Fields map : fields.maps("without")) {
            map.need("rule");
            Optional<String> rule = PackReader.name(map, "rule");
            String cite = map.text("cite");
            Optional<String> url = map.findText("url");
            Optional<LocalDate> checked = map.findDate("checked");
            Optional<LocalDate> from = map.findDate("from");
            Optional<LocalDate> to = map.findDate("to");
            if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
                map.error("to", PackProblem.OVERLAP, "to: " + to.get() + " is before from: " + from.get());
            }
            if (map.finish()) {
                without.add(new Overlay.Absence(
                        rule.orElseThrow(), new Authority(cite, url, checked), new Validity(from, to), map.at()));
            }
        }
        return without;
    }
}
