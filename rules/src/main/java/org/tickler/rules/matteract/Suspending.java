package org.tickler.rules.matteract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.SpanCounter;

/** What an act on a matter suspends, what survives it, and what it opens. */
public final class Suspending {
    private static final Comparator<Entry> BY_DATE = Comparator.comparing(
                    (Entry entry) -> entry.when().date().orElse(LocalDate.MAX))
            .thenComparing(Entry::id);

    private Suspending() {}

    /** What becomes of one entry that reminds, and why. */
    public sealed interface Decision {
        /** The entry before the act. */
        Entry entry();

        String why();
    }

    /** It becomes stayed. */
    public record Suspended(Entry entry, String why) implements Decision {
        /** The one place where an entry is stayed by an act on its matter, in a revision of its own. */
        public Entry after(Instant now) {
            return entry.withWhen(entry.when(), entry.revision().next(now)).after(Happening.STAYED, EntryStatus.STAYED);
        }
    }

    /** It goes on. */
    public record Survives(Entry entry, String why) implements Decision {}

    /**
     * Something new to do.
     *
     * @param notes what is not plain about its day
     */
    public record Opened(MatterActRule.Opens rule, LocalDate day, List<String> notes) {
        public Opened {
            notes = List.copyOf(notes);
        }
    }

    /** What becomes of every entry of {@code docket} that reminds, by date. */
    public static List<Decision> decisions(Docket docket, MatterAct.Reach reach, MatterActRule rule) {
        Set<EntryId> suspended = new LinkedHashSet<>();
        List<Entry> open = docket.entries().stream()
                .filter(entry -> entry.status().reminds())
                .sorted(BY_DATE)
                .toList();
        open.stream()
                .filter(entry -> keeps(entry, reach, rule, docket).isEmpty())
                .forEach(entry -> suspended.add(entry.id()));
        List<Decision> decisions = new ArrayList<>();
        for (Entry entry : open) {
            Optional<EntryId> leading = leading(entry, suspended, docket);
            Optional<String> keeps = keeps(entry, reach, rule, docket);
            boolean followsSuspended =
                    leading.isPresent() && entry.kind() != EntryKind.LIMITATION && reach.covers(entry, docket.matter());
            if (keeps.isEmpty()) {
                decisions.add(new Suspended(entry, byRule(reach, rule)));
            } else if (followsSuspended) {
                decisions.add(new Suspended(entry, "it is counted from " + leading.get() + ", which is stayed"));
            } else {
                decisions.add(new Survives(entry, keeps.get()));
            }
        }
        return decisions;
    }

    /** What the act opens on a matter with these facts, counted from {@code on}. */
    public static List<Opened> opened(MatterActRule rule, LocalDate on, Docket docket, SpanCounter counter) {
        return rule.opens().stream()
                .filter(opens -> opens.ifFact().isEmpty()
                        || docket.matter().facts().contains(opens.ifFact().get()))
                .map(opens -> {
                    Optional<CalendarId> court =
                            docket.matter().proceedingOn(on).map(proceeding -> proceeding.court());
                    SpanCounter.Counted counted = counter.days(on, opens.due(), Side.AFTER, court);
                    List<String> notes = new ArrayList<>(counted.notes());
                    notes.addFirst(opens.due() + " after " + Days.words(on));
                    return new Opened(opens, counted.day(), notes);
                })
                .toList();
    }

    private static String byRule(MatterAct.Reach reach, MatterActRule rule) {
        return reach.rule().equals(MatterAct.Reach.BUILT_IN)
                ? "a " + rule.act().noun() + " suspends it"
                : "the rule " + rule.id() + " suspends it";
    }

    /** Why its own kind, date or court keeps an entry; empty: nothing does. */
    private static Optional<String> keeps(Entry entry, MatterAct.Reach reach, MatterActRule rule, Docket docket) {
        String kind = Words.of(entry.kind());
        if (entry.kind() == EntryKind.LIMITATION) {
            return Optional.of("a last day to sue is never suspended");
        }
        if (entry.when().date().filter(day -> day.isBefore(reach.on())).isPresent()) {
            return Optional.of("it was before " + Days.words(reach.on()));
        }
        if (!reach.covers(entry, docket.matter())) {
            return Optional.of(
                    "it is not before " + reach.court().map(CalendarId::value).orElse("the court"));
        }
        if (rule.survives().contains(entry.kind())) {
            return Optional.of("the rule " + rule.id() + " lets every " + kind + " survive");
        }
        return reach.kinds().contains(entry.kind())
                ? Optional.empty()
                : Optional.of(
                        entry.kind() == EntryKind.EVENT
                                ? "what happened is not suspended"
                                : "the rule " + rule.id() + " suspends no " + kind);
    }

    /** The nearest of those that lead to it and are suspended. */
    private static Optional<EntryId> leading(Entry entry, Set<EntryId> suspended, Docket docket) {
        Optional<Entry> next = Optional.of(entry);
        Set<EntryId> met = new LinkedHashSet<>();
        while (next.isPresent()
                && next.get().origin() instanceof Origin.Derived derived
                && met.add(derived.trigger())) {
            if (suspended.contains(derived.trigger())) {
                return Optional.of(derived.trigger());
            }
            next = docket.find(derived.trigger());
        }
        return Optional.empty();
    }
}
