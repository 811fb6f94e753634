package org.tickler.engine.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What had to leave, beside what left. */
final class Ledger {
    private Ledger() {}

    /** Where they differ, with the story; empty: nowhere. */
    static Optional<String> compare(Story story, List<Sighting> due, List<Sighting> seen) {
        List<Sighting> missing = new ArrayList<>(due);
        seen.forEach(missing::remove);
        List<Sighting> unwanted = new ArrayList<>(seen);
        due.forEach(unwanted::remove);
        if (missing.isEmpty() && unwanted.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add(story.toString());
        Stream.concat(due.stream(), seen.stream()).collect(java.util.stream.Collectors.toCollection(TreeSet::new)).forEach(one -> lines.add(
                (missing.contains(one) ? "  missing    " : unwanted.contains(one) ? "  not wanted " : "  told       ") + one));
        return Optional.of(String.join("\n", lines));
    }
}
