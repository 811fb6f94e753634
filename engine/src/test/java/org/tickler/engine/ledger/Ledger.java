package org.tickler.engine.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What had to leave, beside what left. */
final class Ledger {
    private Ledger() {}

    /** Where they differ, with the story and what was told beside it; empty: nowhere. */
    static Optional<String> compare(Story story, List<Sighting> due, List<Sighting> seen) {
        List<Sighting> missing = without(due, seen);
        List<Sighting> unwanted = without(seen, due);
        if (missing.isEmpty() && unwanted.isEmpty()) {
            return Optional.empty();
        }
        Collection<Sighting> all = new TreeSet<>(due);
        all.addAll(seen);
        List<String> lines = new ArrayList<>(List.of(story.toString()));
        for (Sighting one : all) {
            String word = missing.contains(one) ? "missing   " : unwanted.contains(one) ? "not wanted" : "told      ";
            lines.add("  " + word + " " + one);
        }
        lines.add("  to live it alone: -Dtest=SeededLedgerTest -Dtickler.ledger.seed=" + story.seed());
        return Optional.of(String.join("\n", lines));
    }

    /** One for one: what stands twice in {@code all} and once in {@code others} is left over. */
    private static List<Sighting> without(List<Sighting> all, List<Sighting> others) {
        List<Sighting> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }
}
