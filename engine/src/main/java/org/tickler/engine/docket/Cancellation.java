package org.tickler.engine.docket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Days;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.What;

/**
 * A person's word that a last day to sue is off, and what others said of that before.
 *
 * <p>Two words that ended it are used up, with all before them: where it stands again, it takes two new ones.
 *
 * @param waiting what others said of the same facts in the 30 days before: it makes two with this
 * @param lapsed what others said earlier, or of other facts: it counts no more
 */
record Cancellation(List<Instruction> waiting, List<Instruction> lapsed) {
    /** How long one person's word waits for a second's. */
    private static final Duration WAITS = Duration.ofDays(30);

    Cancellation {
        waiting = List.copyOf(waiting);
        lapsed = List.copyOf(lapsed);
    }

    /** @param asked the word; its source is the fingerprint of the facts */
    static Cancellation of(Instruction asked, Docket docket) {
        var parted = unused(docket.said(asked.entry())).stream()
                .filter(said -> !said.by().equals(asked.by()))
                .collect(Collectors.partitioningBy(said -> makesTwo(said, asked)));
        return new Cancellation(parted.getOrDefault(true, List.of()), parted.getOrDefault(false, List.of()));
    }

    /** The words that have not ended it yet. */
    private static List<Instruction> unused(List<Instruction> all) {
        List<Instruction> unused = new ArrayList<>();
        for (Instruction said : all) {
            if (said.what() != What.CANCEL_ASKED) {
                continue;
            }
            if (unused.stream().anyMatch(before -> makesTwo(before, said))) {
                unused.clear();
            } else {
                unused.add(said);
            }
        }
        return unused;
    }

    private static boolean makesTwo(Instruction before, Instruction said) {
        return !before.by().equals(said.by())
                && before.terms().source().equals(said.terms().source())
                && !before.at().plus(WAITS).isBefore(said.at());
    }

    /** What the one who cancels {@code entry} must know, a sentence each. */
    List<String> sentences(Entry entry) {
        if (entry.status() == EntryStatus.CANCELLED) {
            return Stream.of(waiting.getLast())
                    .map(said -> "this ends a last day to sue, " + DateWords.of(entry) + ": it confirms what "
                            + words(said, entry) + "; nobody is reminded of it any more")
                    .toList();
        }
        Stream<String> former = lapsed.stream()
                .map(said ->
                        "what " + words(said, entry) + " counts no more: that was over 30 days ago, or of other facts");
        return Stream.concat(
                        Stream.of(DateWords.of(entry)
                                + " is a last day to sue: a second person must cancel it too, within 30"
                                + " days and while its facts are the same; until then it is reminded"),
                        former)
                .toList();
    }

    private static String words(Instruction said, Entry entry) {
        return said.by() + " said on "
                + Days.words(said.at().atZone(entry.when().zone()).toLocalDate())
                + said.reason().map(why -> " (" + why + ")").orElse("");
    }
}
