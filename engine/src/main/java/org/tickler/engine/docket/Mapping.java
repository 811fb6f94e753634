package org.tickler.engine.docket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tickler.calendars.text.Nearest;
import org.tickler.rules.docket.EntryKind;

/**
 * How another program's export is to be read. {@code docs/loading.md} says how {@code tickler.yaml} writes it.
 *
 * @param name the source's name: rows are compared with what the same source said before
 * @param files the names of files that it is for, such as {@code clio-*.csv}, when they lie in the inbox; empty: only
 *     where it is named
 * @param columns our columns, and what the export calls them; those left out keep our names
 * @param fixed what our columns hold in every row, such as one matter
 * @param words for our columns: the export's words, and ours
 * @param dated of a wide sheet, which has a row a matter: its columns that hold dates. Empty: a row an entry
 */
public record Mapping(
        String name,
        Optional<String> files,
        Map<String, String> columns,
        Layout layout,
        Map<String, String> fixed,
        Map<String, Map<String, String>> words,
        List<DatedColumn> dated,
        boolean createMatters) {

    /** How the text is laid out; an empty delimiter is found from the header. */
    public record Layout(DateForm dates, Optional<Character> delimiter) {
        public static final Layout USUAL = new Layout(DateForm.ISO, Optional.empty());
    }

    /** A column of a wide sheet, each cell of which is the date of an entry. */
    public record DatedColumn(String column, EntryKind kind, String title, Optional<String> event) {}

    /** Reads our own form; its source is {@code docket}. */
    public static final Mapping NONE =
            new Mapping("docket", Optional.empty(), Map.of(), Layout.USUAL, Map.of(), Map.of(), List.of(), false);

    public Mapping {
        columns = Map.copyOf(columns);
        fixed = Map.copyOf(fixed);
        words = Map.copyOf(words);
        dated = List.copyOf(dated);
        Set<String> ours = new TreeSet<>(columns.keySet());
        ours.addAll(fixed.keySet());
        ours.addAll(words.keySet());
        for (String column : ours) {
            if (!Columns.ALL.contains(column)) {
                throw new IllegalArgumentException("a docket has no column \"" + column + "\""
                        + Nearest.hint(column, Columns.ALL) + "; it has " + String.join(", ", Columns.ALL));
            }
        }
    }

    boolean isWide() {
        return !dated.isEmpty();
    }

    /** Our word for what the export says in one of our columns. */
    String word(String column, String text) {
        Map<String, String> known = words.getOrDefault(column, Map.of());
        String ours = known.get(text);
        return ours == null ? text : ours;
    }
}
