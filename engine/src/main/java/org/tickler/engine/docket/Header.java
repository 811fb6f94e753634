package org.tickler.engine.docket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Nearest;

/** Which cell of a row is which of our columns, by a header and a mapping. */
final class Header {
    private final Mapping mapping;
    private final Form form;
    private final Map<String, Integer> ours = new LinkedHashMap<>();
    private final Map<String, Integer> theirs = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    Header(List<String> names, Mapping mapping, Form form) {
        this.mapping = mapping;
        this.form = form;
        for (int at = 0; at < names.size(); at++) {
            String name = plain(names.get(at));
            if (!name.isEmpty() && theirs.putIfAbsent(name, at) != null) {
                remarks.add("the column \"" + names.get(at).strip() + "\" stands twice; the first is read");
            }
        }
        resolve(names);
        for (Mapping.DatedColumn dated : mapping.dated()) {
            if (!theirs.containsKey(plain(dated.column()))) {
                remarks.add("the mapping " + mapping.name() + " expects a column of dates \"" + dated.column()
                        + "\", but the file has none" + Nearest.hint(dated.column(), names));
            }
        }
        unread(names);
    }

    private void resolve(List<String> names) {
        Map<String, String> resolved = form.resolve(names, mapping);
        for (String column : form.columns()) {
            if (resolved.containsKey(column)) {
                ours.put(column, theirs.getOrDefault(plain(resolved.get(column)), 0));
            } else if (mapping.columns().containsKey(column)) {
                String called = mapping.columns().getOrDefault(column, column);
                remarks.add("the mapping " + mapping.name() + " expects a column \"" + called + "\" for " + column
                        + ", but the file has none" + Nearest.hint(called, names));
            }
        }
        form.taken(resolved).ifPresent(remarks::add);
    }

    /** What to say about the header once, a sentence each. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Why no row can be read by this header; empty where they can. */
    Optional<String> refusal() {
        List<String> needed = mapping.isWide() ? List.of("matter") : form.needed();
        List<String> absent = needed.stream()
                .filter(column -> !ours.containsKey(column) && !mapping.fixed().containsKey(column))
                .toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("expected a header with the columns " + String.join(", ", needed) + ", but "
                        + String.join(", ", absent) + (absent.size() == 1 ? " is" : " are") + " missing; found "
                        + String.join(", ", theirs.keySet()) + ". Name them so, or give a mapping");
    }

    /** The row's cells under our columns' names. */
    Map<String, String> fields(List<String> cells) {
        Map<String, String> fields = new LinkedHashMap<>();
        ours.forEach((column, at) -> fields.put(
                column, mapping.word(column, at < cells.size() ? cells.get(at).strip() : "")));
        fields.putAll(mapping.fixed());
        return fields;
    }

    /** The cell under one of the export's own columns. */
    String cell(List<String> cells, String name) {
        Integer at = theirs.get(plain(name));
        return at == null || at >= cells.size() ? "" : cells.get(at).strip();
    }

    private void unread(List<String> names) {
        for (String name : names) {
            Integer at = theirs.get(plain(name));
            boolean read = at == null
                    || ours.containsValue(at)
                    || mapping.dated().stream()
                            .anyMatch(dated -> plain(dated.column()).equals(plain(name)));
            if (!read) {
                remarks.add("the column \"" + name.strip() + "\" is not read"
                        + (mapping.columns().isEmpty() && !form.isGenerous()
                                ? Nearest.hint(plain(name), Columns.ALL)
                                : ""));
            }
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
