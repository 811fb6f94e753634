package org.tickler.calendars;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.Words;

/** Reads which of a file's observances an entry has: all ({@code yes}), none ({@code no}), or some by their names. */
final class ObservanceChoice {

    private static final String KEY = "observed";
    private static final Set<String> ALL = Set.of("yes", "true");
    private static final Set<String> NONE = Set.of("no", "false");

    private ObservanceChoice() {}

    /** Those that the entry chooses; empty if it says nothing of it, or what it says is wrong and recorded. */
    static Optional<List<ObservanceRule>> read(Fields entry, List<ObservanceRule> ofFile) {
        if (!entry.has(KEY)) {
            return Optional.empty();
        }
        entry.need(KEY);
        List<TextNode> words = entry.list(KEY);
        if (words.size() == 1 && ALL.contains(words.getFirst().value())) {
            return Optional.of(ofFile);
        }
        if (words.size() == 1 && NONE.contains(words.getFirst().value())) {
            return Optional.of(List.of());
        }
        return Optional.of(named(entry, words, ofFile));
    }

    private static List<ObservanceRule> named(Fields entry, List<TextNode> words, List<ObservanceRule> ofFile) {
        List<String> known =
                ofFile.stream().map(ObservanceChoice::name).distinct().toList();
        Set<String> chosen = new HashSet<>();
        for (TextNode word : words) {
            if (known.contains(word.value())) {
                chosen.add(word.value());
            } else {
                entry.error(word.at(), CalendarProblem.UNKNOWN_OBSERVANCE, wrong(word, words.size() == 1, known));
            }
        }
        return ofFile.stream().filter(rule -> chosen.contains(name(rule))).toList();
    }

    /** Yes and no stand alone; the other names are those of the file's own list. */
    private static String wrong(TextNode word, boolean alone, List<String> known) {
        List<String> expected = new ArrayList<>(alone ? List.of("yes", "no") : List.of());
        expected.addAll(known);
        String wanted = expected.isEmpty()
                ? "there is no list observed: at the top of this file to choose from"
                : "expected one of " + String.join(", ", expected);
        return KEY + ": " + wanted + "; found \"" + word.value() + "\"" + Nearest.hint(word.value(), expected);
    }

    private static String name(ObservanceRule rule) {
        return Words.of(rule.when());
    }
}
