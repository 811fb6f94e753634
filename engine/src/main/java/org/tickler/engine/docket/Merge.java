package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.Json;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.When;

/**
 * Who owns the truth of one entry: what its source said before, what it says now, and what is stored, part by part. What
 * the source did not change stays as it is stored; what only the source changed follows it; what both changed, each to
 * something else, is a conflict, and so is what no source alone makes of a last day to sue.
 *
 * @param entry as it should stand now, in a new revision where its day, hour, room or mode changed, or it was cancelled or
 *     taken up again
 * @param conflicts the parts that both changed, a sentence each; never empty where {@code date} is given
 * @param ours the stored date that lost against an earlier one of the source, or was kept as the earlier; empty where
 *     the date is not in conflict
 */
record Merge(Entry entry, List<String> conflicts, Optional<When> ours) {
    /** How a person ends an entry, whatever its source says. */
    private static final Set<EntryStatus> ENDED = Set.of(EntryStatus.DONE, EntryStatus.WAIVED, EntryStatus.CANCELLED);

    Merge {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Merges.
     *
     * @param before what the source said before, as an entry
     * @param says what it says now
     * @param stored as it stands, with the date that a person set where the former conflict is still open
     * @param apart the date that a person set in a conflict that is still open
     */
    static Merge of(Entry before, Entry says, Entry stored, Optional<When> apart, Instant now) {
        List<String> conflicts = new ArrayList<>();
        When ours = apart.orElse(stored.when());
        boolean dateApart = !before.when().equals(says.when())
                && !ours.equals(before.when())
                && !ours.equals(says.when())
                && !(ours instanceof When.Waiting);
        When when = merged(before.when(), says.when(), stored.when());
        if (dateApart) {
            when = earlier(ours, says.when());
            conflicts.add("its source moved it to " + DateWords.of(says.when()) + ", but here it was set to "
                    + DateWords.of(ours) + "; reminders run on " + DateWords.of(when));
        }
        Entry merged = new Entry(
                stored.id(),
                stored.matter(),
                merged(before.kind(), says.kind(), stored.kind()),
                part("title", Entry::title, before, says, stored, conflicts),
                when,
                stored.after(Happening.LOADED, status(before, says, stored, when, conflicts))
                        .status(),
                details(before, says, stored, conflicts),
                stored.origin(),
                stored.revision());
        Entry stands = isLastDay(stored) ? lastDay(stored, merged, conflicts) : merged;
        Optional<When> kept = dateApart ? Optional.of(ours) : Optional.empty();
        return new Merge(
                revised(stored, stands, now),
                conflicts,
                stands.when().equals(merged.when()) ? kept : Optional.of(stands.when()));
    }

    /** Whether it is a last day to sue that somebody is waiting for; one that waits as a probable duplicate is not. */
    private static boolean isLastDay(Entry stored) {
        return stored.kind() == EntryKind.LIMITATION
                && (stored.status().reminds() || stored.status() == EntryStatus.WAITING);
    }

    /** What a source alone cannot do to a last day to sue, as no single person can: make it later, end it, call it something else. */
    private static Entry lastDay(Entry stored, Entry merged, List<String> conflicts) {
        boolean later = LimitationWork.isLater(stored, merged);
        boolean ends = merged.status() != stored.status() && !merged.status().reminds();
        if (later) {
            conflicts.add("its source moved it to " + DateWords.of(merged.when())
                    + ", but no single source makes a last day to sue later; reminders run on "
                    + DateWords.of(stored.when())
                    + ". If the later one holds, add it, and let two people cancel this one");
        }
        if (ends) {
            conflicts.add("its source says " + Words.of(merged.status())
                    + ", but no single source ends a last day to sue: it takes two people; it stays "
                    + Words.of(stored.status()));
        }
        if (merged.kind() != stored.kind()) {
            conflicts.add("its source says " + Words.of(merged.kind())
                    + ", but it is a last day to sue, and stays one until two people cancel it");
        }
        return new Entry(
                merged.id(),
                merged.matter(),
                stored.kind(),
                merged.title(),
                later ? stored.when() : merged.when(),
                ends ? stored.status() : merged.status(),
                merged.details(),
                merged.origin(),
                merged.revision());
    }

    /** The date that a person set, as a question keeps it. */
    ObjectNode detail() {
        ObjectNode detail = Json.object();
        ours.ifPresent(when -> detail.set("ours", WhenJson.write(when)));
        return detail;
    }

    /** A source that changes an entry which a person cancelled wants it after all: it reminds until that is settled. */
    private static EntryStatus status(Entry before, Entry says, Entry stored, When merged, List<String> conflicts) {
        boolean cancelledHere = stored.status() == EntryStatus.CANCELLED && before.status() != EntryStatus.CANCELLED;
        if (cancelledHere && says.status().reminds() && !before.when().equals(says.when())) {
            conflicts.add("it was cancelled here, but its source moved it to " + DateWords.of(says.when())
                    + "; it reminds until that is settled");
            return EntryStatus.PROVISIONAL;
        }
        if (before.status() == says.status()) {
            boolean dated = stored.status() == EntryStatus.WAITING && !(merged instanceof When.Waiting);
            return dated && says.status().reminds() ? says.status() : stored.status();
        }
        boolean endedHere = ENDED.contains(stored.status()) && stored.status() != before.status();
        if (endedHere && stored.status() != says.status()) {
            conflicts.add("its source says " + Words.of(says.status()) + " now, but here it is "
                    + Words.of(stored.status()) + ", which stays until that is settled");
            return stored.status();
        }
        return says.status();
    }

    private static Details details(Entry before, Entry says, Entry stored, List<String> conflicts) {
        return new Details(
                merged(
                        before.details().court(),
                        says.details().court(),
                        stored.details().court()),
                merged(
                        before.details().event(),
                        says.details().event(),
                        stored.details().event()),
                merged(
                        before.details().service(),
                        says.details().service(),
                        stored.details().service()),
                merged(
                        before.details().party(),
                        says.details().party(),
                        stored.details().party()),
                part("owner", entry -> entry.details().owner(), before, says, stored, conflicts),
                part("location", entry -> entry.details().location(), before, says, stored, conflicts),
                part("mode", entry -> entry.details().mode(), before, says, stored, conflicts),
                merged(
                        before.details().notes(),
                        says.details().notes(),
                        stored.details().notes()),
                merged(
                        before.details().authority(),
                        says.details().authority(),
                        stored.details().authority()),
                merged(
                        before.details().effort(),
                        says.details().effort(),
                        stored.details().effort()));
    }

    private static <T> T part(
            String name, Function<Entry, T> of, Entry before, Entry says, Entry stored, List<String> conflicts) {
        T was = of.apply(before);
        T now = of.apply(says);
        T here = of.apply(stored);
        if (!was.equals(now) && !here.equals(was) && !here.equals(now)) {
            conflicts.add("its source changed the " + name + " to \"" + shown(now) + "\", but here it was set to \""
                    + shown(here) + "\", which stays until that is settled");
            return here;
        }
        return merged(was, now, here);
    }

    private static String shown(Object value) {
        return value instanceof Optional<?> maybe ? maybe.map(Object::toString).orElse("") : value.toString();
    }

    private static <T> T merged(T before, T says, T stored) {
        return before.equals(says) ? stored : says;
    }

    private static When earlier(When one, When other) {
        Comparator<When> byDue = Comparator.comparing(when -> when.dueAt().orElse(Instant.MAX));
        return byDue.compare(one, other) <= 0 ? one : other;
    }

    private static Entry revised(Entry before, Entry after, Instant now) {
        boolean cancelled = (before.status() == EntryStatus.CANCELLED) != (after.status() == EntryStatus.CANCELLED);
        boolean moved = !before.when().equals(after.when())
                || !before.details().location().equals(after.details().location())
                || !before.details().mode().equals(after.details().mode());
        return moved || cancelled
                ? after.withWhen(after.when(), before.revision().next(now))
                : after;
    }
}
