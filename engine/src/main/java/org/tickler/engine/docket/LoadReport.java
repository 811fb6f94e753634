package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickler.calendars.text.Words;
import org.tickler.engine.plan.Outcome;
import org.tickler.engine.store.Json;
import org.tickler.rules.firm.PersonId;

/**
 * What a load did.
 *
 * @param counts how many rows of each sort; a row can be new and suspicious too
 * @param items those that somebody should read, at most a thousand of a sort
 * @param asked how many questions each person is asked
 * @param outcome what planning did; empty for a dry run
 */
public record LoadReport(
        String source,
        boolean dryRun,
        Map<Sort, Integer> counts,
        List<Item> items,
        Map<PersonId, Integer> asked,
        Optional<Outcome> outcome) {
    /** What can be said of a row. */
    public enum Sort {
        NEW,
        CHANGED,
        SAME,
        SUSPICIOUS,
        ASKED,
        REJECTED,
        MISSING,
        NOTE
    }

    /**
     * One line of the report.
     *
     * @param line 0 where it is about no line of a file
     * @param entry the entry's id, where there is one
     */
    public record Item(Sort sort, String file, int line, Optional<String> entry, String sentence) {
        String text() {
            String place = line == 0 ? file : file + ":" + line;
            return place + ": " + sentence;
        }
    }

    public LoadReport {
        counts = Map.copyOf(counts);
        items = List.copyOf(items);
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
    }

    public int count(Sort sort) {
        return counts.getOrDefault(sort, 0);
    }

    /** The lines of one sort. */
    public List<Item> items(Sort sort) {
        return items.stream().filter(item -> item.sort() == sort).toList();
    }

    /** The counts in one sentence. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            if (sort != Sort.NOTE) {
                parts.add(count(sort) + " " + Words.of(sort));
            }
        }
        return (dryRun ? "would be loaded from " : "loaded from ") + source + ": " + String.join(", ", parts);
    }

    /** The report as people read it: the counts, then what needs reading, sort by sort. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(summary());
        for (Sort sort : List.of(Sort.REJECTED, Sort.SUSPICIOUS, Sort.ASKED, Sort.MISSING, Sort.NOTE)) {
            List<Item> listed = items(sort);
            listed.forEach(item -> lines.add(Words.of(sort) + ": " + item.text()));
            if (sort == Sort.ASKED && !asked.isEmpty()) {
                lines.add(questions());
            } else if (count(sort) > listed.size()) {
                lines.add(Words.of(sort) + ": and " + (count(sort) - listed.size()) + " more, not listed here");
            }
        }
        outcome.ifPresent(done -> {
            lines.add("reminders: " + done.counts().added() + " planned, "
                    + done.counts().moved() + " moved, " + done.counts().withdrawn() + " withdrawn");
            done.hold()
                    .ifPresent(hold -> lines.add("what would leave soon waits under hold " + hold
                            + "; look at it and release it: tickler release " + hold));
            done.gaps().stream()
                    .limit(Tally.LISTED)
                    .forEach(gap -> lines.add("no reminder: " + gap.entry() + ": " + gap.why()));
        });
        return lines;
    }

    private String questions() {
        List<String> people = new ArrayList<>();
        asked.forEach((person, count) -> people.add(person + " " + count));
        return (dryRun ? "would be asked: " : "asked: ") + String.join(", ", people)
                + "; tickler keep ENTRY says that it is right as it stands, tickler correct ENTRY mends it";
    }

    /** One object for each item, then one for the whole. */
    public List<String> jsonLines() {
        List<String> lines = new ArrayList<>();
        for (Item item : items) {
            ObjectNode node = Json.object();
            node.put("type", "row");
            node.put("result", Words.of(item.sort()));
            node.put("file", item.file());
            node.put("line", item.line());
            Json.put(node, "entry", item.entry());
            node.put("reason", item.sentence());
            lines.add(Json.write(node));
        }
        ObjectNode whole = Json.object();
        whole.put("type", "load");
        whole.put("source", source);
        whole.put("dry-run", dryRun);
        for (Sort sort : Sort.values()) {
            whole.put(Words.of(sort), count(sort));
        }
        ObjectNode questions = whole.putObject("questions");
        asked.forEach((person, count) -> questions.put(person.value(), count));
        outcome.ifPresent(done -> {
            whole.put("reminders-planned", done.counts().added());
            whole.put("reminders-moved", done.counts().moved());
            whole.put("reminders-withdrawn", done.counts().withdrawn());
            done.hold().ifPresent(hold -> whole.put("hold", hold));
        });
        lines.add(Json.write(whole));
        return lines;
    }

    /** Counts while loading. */
    static final class Tally {
        static final int LISTED = 1000;
        private final Map<Sort, Integer> counts = new EnumMap<>(Sort.class);
        private final Map<Sort, Integer> listed = new EnumMap<>(Sort.class);
        private final List<Item> items = new ArrayList<>();
        private final Map<PersonId, Integer> asked = new TreeMap<>();

        /** Counts a question to a person. */
        void asks(PersonId person) {
            asked.merge(person, 1, Integer::sum);
        }

        void count(Sort sort) {
            count(sort, 1);
        }

        void count(Sort sort, int more) {
            counts.merge(sort, more, Integer::sum);
        }

        /** Counts it and, while there are not too many, lists it. */
        void list(Item item) {
            count(item.sort());
            if (listed.merge(item.sort(), 1, Integer::sum) <= LISTED) {
                items.add(item);
            }
        }

        LoadReport report(String source, boolean dryRun, Optional<Outcome> outcome) {
            return new LoadReport(source, dryRun, counts, items, asked, outcome);
        }
    }
}
