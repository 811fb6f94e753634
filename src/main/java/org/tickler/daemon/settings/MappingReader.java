package org.tickler.daemon.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.TextNode;
import org.tickler.engine.docket.DateForm;
import org.tickler.engine.docket.Mapping;
import org.tickler.rules.docket.EntryKind;

/** Reads the list {@code mappings}: how other programs' exports are to be read. */
final class MappingReader {
    private MappingReader() {}

    /** Those that could be read, in the order of the file. */
    static List<Mapping> read(Fields root) {
        Map<String, Mapping> mappings = new LinkedHashMap<>();
        for (Fields fields : root.maps("mappings")) {
            mapping(fields).ifPresent(mapping -> {
                if (mappings.putIfAbsent(mapping.name(), mapping) != null) {
                    fields.error(
                            "name",
                            SettingsProblem.CONFLICT,
                            "name: two mappings are called \"" + mapping.name()
                                    + "\"; a source has one, so rename one of them");
                }
            });
        }
        return List.copyOf(mappings.values());
    }

    private static Optional<Mapping> mapping(Fields fields) {
        String name = fields.text("name");
        Optional<String> files = fields.findText("files");
        Map<String, String> columns = texts(fields, "columns");
        Mapping.Layout layout = layout(fields);
        Map<String, String> fixed = texts(fields, "fixed");
        Map<String, Map<String, String>> words = fields.findMap("words")
                .map(section -> map(section, key -> texts(section, key)))
                .orElse(Map.of());
        List<Mapping.DatedColumn> dated = new ArrayList<>();
        fields.maps("dated").forEach(column -> dated(column).ifPresent(dated::add));
        boolean createMatters = fields.findBool("create-matters").orElse(false);
        if (!fields.finish()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mapping(name, files, columns, layout, fixed, words, dated, createMatters));
        } catch (IllegalArgumentException e) {
            fields.error("name", SettingsProblem.BAD_MAPPING, "mapping \"" + name + "\": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Mapping.Layout layout(Fields fields) {
        String dates = form(fields, "dates", text -> new DateForm(text, DateForm.ISO.time()), "MM/dd/yyyy")
                .map(DateForm::date)
                .orElse(DateForm.ISO.date());
        String times = form(fields, "times", text -> new DateForm(DateForm.ISO.date(), text), "h:mm a")
                .map(DateForm::time)
                .orElse(DateForm.ISO.time());
        Optional<Character> delimiter = fields.findWord("delimiter", List.of("comma", "semicolon", "tab"))
                .map(word -> switch (word) {
                    case "comma" -> ',';
                    case "semicolon" -> ';';
                    default -> '\t';
                });
        return new Mapping.Layout(new DateForm(dates, times), delimiter);
    }

    private static Optional<DateForm> form(
            Fields fields, String key, Function<String, DateForm> parser, String example) {
        return fields.read(key, parser, SettingsProblem.BAD_MAPPING, example);
    }

    private static Optional<Mapping.DatedColumn> dated(Fields fields) {
        String column = fields.text("column");
        Optional<EntryKind> kind = fields.oneOf("kind", EntryKind.class);
        String title = fields.text("title");
        Optional<String> event = fields.findText("event");
        return fields.finish()
                ? kind.map(known -> new Mapping.DatedColumn(column, known, title, event))
                : Optional.empty();
    }

    private static Map<String, String> texts(Fields fields, String key) {
        return fields.findMap(key).map(section -> map(section, section::text)).orElse(Map.of());
    }

    private static <T> Map<String, T> map(Fields section, Function<String, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        for (TextNode key : section.keys()) {
            map.put(key.value(), value.apply(key.value()));
        }
        section.finish();
        return map;
    }
}
