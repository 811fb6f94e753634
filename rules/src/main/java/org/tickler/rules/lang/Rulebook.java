package org.tickler.rules.lang;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tickler.rules.check.Checks;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.deadline.FirmDeadline;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.limitation.LimitationRule;
import org.tickler.rules.remind.Ladder;

/**
 * A firm's rules as one immutable value: its ladders, its own deadlines, the packs of court rules in use with what lies over
 * them, and its limitation rules, in the order of the files; and the habits of its house.
 *
 * @param activatedAt when it became the active one; {@link Instant#EPOCH} for one that never was
 */
public record Rulebook(
        List<Ladder> ladders,
        List<FirmDeadline> deadlines,
        CourtLaw law,
        List<LimitationRule> limitations,
        Habits habits,
        Instant activatedAt) {
    /** No rules at all. */
    public static final Rulebook EMPTY =
            new Rulebook(List.of(), List.of(), CourtLaw.NONE, List.of(), Habits.NONE, Instant.EPOCH);

    public Rulebook {
        ladders = List.copyOf(ladders);
        deadlines = List.copyOf(deadlines);
        limitations = List.copyOf(limitations);
    }

    /** The ladder of {@code entry}: the most specific of those that cover it. */
    public LadderChoice ladderFor(Entry entry, Matter matter) {
        List<Ladder> covering = ladders.stream()
                .filter(ladder -> ladder.match().covers(entry, matter))
                .toList();
        int most = covering.stream()
                .mapToInt(ladder -> ladder.match().weight())
                .max()
                .orElse(0);
        List<Ladder> best = covering.stream()
                .filter(ladder -> ladder.match().weight() == most)
                .toList();
        return switch (best.size()) {
            case 0 -> new LadderChoice.None();
            case 1 -> new LadderChoice.Chosen(best.getFirst());
            default -> new LadderChoice.Tie(best.stream().map(Ladder::id).toList());
        };
    }

    /** What two people must look at, and what makes an entry done. */
    public Checks checks() {
        return habits.checks();
    }

    public Optional<Ladder> ladder(String id) {
        return ladders.stream().filter(ladder -> ladder.id().equals(id)).findFirst();
    }

    /** Of what the rules call for; since when they are known and in which words it is said do not count. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(Stream.of(
                        ladders.stream().map(Canonical::of),
                        deadlines.stream().map(Canonical::of),
                        law.texts().values().stream(),
                        limitations.stream().map(Canonical::of),
                        habits.canonical())
                .flatMap(Function.identity())
                .toArray(String[]::new));
    }

    /**
     * These rules, active from {@code at} on. A ladder keeps the instant since which it is known where {@code before} had
     * it in the same form, with the same more specific ladders above it: else entries may have come under it anew. A
     * deadline or limitation rule keeps it where {@code before} had it in the same form. All others are known since {@code at}.
     */
    public Rulebook since(Instant at, Optional<Rulebook> before) {
        Rulebook former = before.orElse(EMPTY);
        return new Rulebook(
                ladders.stream()
                        .map(ladder -> ladder.knownSince(former.ladder(ladder.id())
                                .filter(old -> Canonical.of(old).equals(Canonical.of(ladder)))
                                .filter(old -> former.above(old).equals(above(ladder)))
                                .map(Ladder::knownAt)
                                .orElse(at)))
                        .toList(),
                deadlines.stream()
                        .map(deadline -> deadline.knownSince(former.deadlines.stream()
                                .filter(old -> Canonical.of(old).equals(Canonical.of(deadline)))
                                .map(FirmDeadline::knownAt)
                                .findFirst()
                                .orElse(at)))
                        .toList(),
                law.since(at, former.law),
                limitations.stream()
                        .map(rule -> rule.knownSince(former.limitations.stream()
                                .filter(old -> Canonical.of(old).equals(Canonical.of(rule)))
                                .map(LimitationRule::knownAt)
                                .findFirst()
                                .orElse(at)))
                        .toList(),
                habits.since(at, former.habits),
                at);
    }

    /** Since when each rule is known, by {@code ladder:}, {@code deadline:}, {@code limitation:}, {@code pack:}, {@code overlay:} or {@code sheet:} and its id; to be kept with the book. */
    public Map<String, Instant> knownSince() {
        Map<String, Instant> known = new LinkedHashMap<>();
        ladders.forEach(ladder -> known.put("ladder:" + ladder.id(), ladder.knownAt()));
        deadlines.forEach(deadline -> known.put("deadline:" + deadline.id(), deadline.knownAt()));
        known.putAll(law.knownSince());
        limitations.forEach(rule -> known.put("limitation:" + rule.id(), rule.knownAt()));
        known.putAll(habits.knownSince());
        return known;
    }

    /** These rules as they were activated at {@code at}, with what {@link #knownSince()} said then; the rest since {@code at}. */
    public Rulebook restored(Instant at, Map<String, Instant> known) {
        return new Rulebook(
                ladders.stream()
                        .map(ladder -> ladder.knownSince(known.getOrDefault("ladder:" + ladder.id(), at)))
                        .toList(),
                deadlines.stream()
                        .map(deadline -> deadline.knownSince(known.getOrDefault("deadline:" + deadline.id(), at)))
                        .toList(),
                law.restored(key -> known.getOrDefault(key, at)),
                limitations.stream()
                        .map(rule -> rule.knownSince(known.getOrDefault("limitation:" + rule.id(), at)))
                        .toList(),
                habits.restored(key -> known.getOrDefault(key, at)),
                at);
    }

    /** What the ladders that outweigh {@code ladder} are for, in a form that can be compared. */
    private List<String> above(Ladder ladder) {
        return ladders.stream()
                .filter(other -> other.match().weight() > ladder.match().weight())
                .map(other -> Canonical.of(other.match()))
                .sorted()
                .toList();
    }
}
