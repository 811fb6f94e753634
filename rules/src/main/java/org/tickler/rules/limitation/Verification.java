package org.tickler.rules.limitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.firm.PersonId;

/**
 * What people have verified of a last day to sue, and where it stood.
 *
 * @param upTo who verified the facts as they are now, each with the latest date that was counted from them then
 * @param stood the date that stands now, and those that did when somebody verified these facts or others
 * @param now that which stands now; empty: none does
 * @param undated whether two people verified, since the facts and the rule are as they are now, what was kept without the
 *     date that was counted then: up to where they verified it nobody can tell
 */
public record Verification(
        Map<PersonId, LocalDate> upTo, Set<LocalDate> stood, Optional<LocalDate> now, boolean undated) {
    /** Nobody has verified anything, and no date stands. */
    public static final Verification NONE = new Verification(Map.of(), Set.of(), Optional.empty(), false);

    public Verification {
        upTo = Map.copyOf(upTo);
        stood = Set.copyOf(stood);
    }

    /**
     * What {@code said}, all of one last day to sue, has of it.
     *
     * @param facts the fingerprint of its facts as they are now
     * @param factsKnown since when they and its rule are as they are now
     * @param now the date that stands now
     */
    public static Verification of(
            String facts, Instant factsKnown, Collection<Instruction> said, Optional<LocalDate> now) {
        Map<PersonId, LocalDate> upTo = new HashMap<>();
        Set<LocalDate> stood = new HashSet<>();
        Set<PersonId> undated = new HashSet<>();
        now.ifPresent(stood::add);
        said.stream().filter(one -> one.what() == Instruction.What.VERIFIED).forEach(one -> {
            one.basis().entry().ifPresent(stood::add);
            if (one.terms().day().isEmpty() && !one.at().isBefore(factsKnown)) {
                undated.add(one.by());
            }
            if (one.terms().source().filter(facts::equals).isPresent()) {
                one.terms().day().ifPresent(day -> upTo.merge(one.by(), day, Verification::later));
            }
        });
        return new Verification(upTo, stood, now, TwoPeople.are(undated));
    }

    /** Who verified {@code day}, or a later one. */
    public Set<PersonId> of(LocalDate day) {
        return upTo.entrySet().stream()
                .filter(one -> !one.getValue().isBefore(day))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The latest date that two different people verified; empty: they verified none. */
    Optional<LocalDate> byTwo() {
        return upTo.values().stream()
                .sorted(Comparator.reverseOrder())
                .skip(TwoPeople.WANTED - 1)
                .findFirst();
    }

    /**
     * The earliest of the dates that ever stood and of {@code others}, of those from {@code known} on, since an earlier one
     * can remind nobody, and never one that is later than what stands now. Where there is none, the one that stands now;
     * empty where none does.
     *
     * @param known the last day of which it is known that it has come
     */
    public Optional<LocalDate> earliest(LocalDate known, LocalDate... others) {
        return Stream.concat(stood.stream(), Stream.of(others))
                .filter(day -> !day.isBefore(known))
                .filter(day -> now.filter(day::isAfter).isEmpty())
                .min(Comparator.naturalOrder())
                .or(() -> now);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
