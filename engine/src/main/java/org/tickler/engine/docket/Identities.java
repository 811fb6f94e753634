package org.tickler.engine.docket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The ids of a load's rows: which files say twice, and which were there at all. */
final class Identities {
    private static final int NAMED_LINES = 10;

    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, List<Integer>> twice = new HashMap<>();
    private long rows;

    /** Begins another file. */
    void nextFile() {
        first.clear();
        twice.clear();
        rows = 0;
    }

    /** Takes note of a row; what cannot be understood was there all the same. */
    void note(DocketRow row) {
        rows++;
        String id;
        try {
            id = RowReader.read(row).id();
        } catch (RowRefused e) {
            row.find("id").ifPresent(seen::add);
            return;
        }
        seen.add(id);
        Integer before = first.putIfAbsent(id, row.line());
        if (before != null) {
            twice.computeIfAbsent(id, key -> new ArrayList<>(List.of(before))).add(row.line());
        }
    }

    boolean wasThere(String id) {
        return seen.contains(id);
    }

    long rows() {
        return rows;
    }

    /** Why the row cannot be loaded, where its file says its id more than once. */
    Optional<String> refusal(RowReader.Understood row) {
        List<Integer> lines = twice.get(row.id());
        if (lines == null) {
            return Optional.empty();
        }
        String named = lines.stream().limit(NAMED_LINES).map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(
                row.hasId()
                        ? "the id \"" + row.id() + "\" stands on lines " + named + "; give each row its own"
                        : "lines " + named + " have the same matter, kind, event, party and title and no id;"
                                + " give each row an id, or another title");
    }
}
