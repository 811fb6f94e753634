package org.tickler.rules.matteract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.check.Checks;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Origin;

/** What becomes of the entries that an act on a matter stayed when the act is taken back. */
public final class Resuming {
    private Resuming() {}

    /** What becomes of one entry that is stayed. */
    public sealed interface Decision {
        /** The entry as it is stayed. */
        Entry entry();
    }

    /**
     * It stands again, in a revision of its own, with the status that it had, as far as the checks let it.
     *
     * @param doubt what a person must look at; empty: nothing
     */
    public record Stands(Entry entry, Entry after, Optional<Doubt> doubt) implements Decision {}

    /**
     * Another act suspends it too, and it stays stayed.
     *
     * @param before the status to which that one's end will bring it
     */
    public record StaysStayed(Entry entry, MatterAct by, EntryStatus before) implements Decision {}

    /** Why a person must look at an entry that stands again. */
    public enum Doubt {
        /** Its date passed while it was stayed. */
        PASSED_WHILE_STAYED,
        /** It is a deadline that was counted through the stay. */
        RAN_WHILE_STAYED
    }

    /**
     * What becomes of the entries that {@code act} stayed and that are stayed still, by date. What a person did with one in
     * between stands.
     *
     * @param on from which day on the matter goes on
     */
    public static List<Decision> decisions(Docket docket, MatterAct act, Checks checks, LocalDate on, Instant now) {
        List<MatterAct> others = docket.inForce().stream()
                .filter(one -> one.number() != act.number())
                .toList();
        return docket.entries().stream()
                .filter(entry -> entry.status() == EntryStatus.STAYED)
                .filter(entry -> act.stayed().containsKey(entry.id()))
                .sorted(Comparator.comparing(
                                (Entry entry) -> entry.when().date().orElse(LocalDate.MAX))
                        .thenComparing(Entry::id))
                .map(entry -> {
                    EntryStatus before = act.stayed().getOrDefault(entry.id(), EntryStatus.OPEN);
                    return others.stream()
                            .filter(other -> other.suspends(entry.after(Happening.LIFTED, before), docket.matter()))
                            .findFirst()
                            .<Decision>map(other -> new StaysStayed(entry, other, before))
                            .orElseGet(() -> stands(entry, resumed(entry, before, act, checks, docket), on, now));
                })
                .toList();
    }

    /**
     * The status that it had, unless what was said of its date meanwhile left it elsewhere. A date at which a second person
     * must look, and none ever did, is proposed.
     */
    private static EntryStatus resumed(Entry entry, EntryStatus before, MatterAct act, Checks checks, Docket docket) {
        EntryStatus ahead = checks.ahead(entry, docket);
        Instant since = act.said().since();
        boolean moved = entry.revision().knownAt().isAfter(since);
        return switch (before) {
            case OPEN ->
                ahead == EntryStatus.PROPOSED && !moved && isVerified(entry, docket, Instant.MIN) ? before : ahead;
            case PROPOSED -> ahead == EntryStatus.OPEN && !isVerified(entry, docket, since) ? before : ahead;
            case PROVISIONAL ->
                moved || ahead == EntryStatus.WAITING || isDecided(entry, docket, since) ? ahead : before;
            case WAITING -> ahead;
            case STAYED, CLAIMED, DONE, WAIVED, CANCELLED, SUPERSEDED -> before;
        };
    }

    /** Whether somebody found its date right, after {@code since}. */
    private static boolean isVerified(Entry entry, Docket docket, Instant since) {
        return docket.stillSaid(entry.id()).stream()
                .filter(said -> said.what() == What.VERIFIED && said.at().isAfter(since))
                .anyMatch(said -> said.terms().day().equals(entry.when().date()));
    }

    /** Whether the extension that was asked for was granted or refused after {@code since}. */
    private static boolean isDecided(Entry entry, Docket docket, Instant since) {
        return docket.stillSaid(entry.id()).stream()
                .filter(said -> said.at().isAfter(since))
                .anyMatch(said -> said.what() == What.EXTENDED || said.what() == What.EXTENSION_REFUSED);
    }

    private static Stands stands(Entry entry, EntryStatus before, LocalDate on, Instant now) {
        Entry after = entry.withWhen(entry.when(), entry.revision().next(now)).after(Happening.LIFTED, before);
        boolean passed = entry.when().date().filter(day -> day.isBefore(on)).isPresent()
                || entry.when().dueAt().filter(due -> !due.isAfter(now)).isPresent();
        boolean counted = entry.origin() instanceof Origin.Derived;
        return new Stands(
                entry,
                after,
                passed
                        ? Optional.of(Doubt.PASSED_WHILE_STAYED)
                        : counted ? Optional.of(Doubt.RAN_WHILE_STAYED) : Optional.empty());
    }
}
