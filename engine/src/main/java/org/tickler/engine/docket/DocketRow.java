package org.tickler.engine.docket;

import java.util.Map;
import java.util.Optional;

/**
 * A row of a docket as it was read: text under the names of our own columns.
 *
 * @param line of the file, from 1
 * @param fields the columns that the file has, stripped; an empty cell is an empty text
 */
public record DocketRow(String file, int line, DateForm dates, Map<String, String> fields) {
    public DocketRow {
        fields = Map.copyOf(fields);
    }

    /** What stands in the column; empty where nothing does. */
    Optional<String> find(String column) {
        return Optional.ofNullable(fields.get(column)).filter(text -> !text.isEmpty());
    }

    /** Whether the file has that column at all. */
    boolean hasColumn(String column) {
        return fields.containsKey(column);
    }

    /** {@code file:line}. */
    String place() {
        return file + ":" + line;
    }
}
