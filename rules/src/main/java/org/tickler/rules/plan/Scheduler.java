package org.tickler.rules.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.rules.deadline.DeadlineDeriver;
import org.tickler.rules.deadline.DeadlineRules;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Told;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.lang.LadderChoice;
import org.tickler.rules.lang.Rulebook;
import org.tickler.rules.limitation.ClaimRules;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.remind.MorningSheets;
import org.tickler.rules.remind.Planned;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderPlanner;
import org.tickler.rules.remind.SheetClock;
import org.tickler.rules.remind.SpanCounter;

/** {@code schedule = derive(docket, rulebook, calendars, people)}: no clock, no input or output, no state. */
public final class Scheduler {
    private static final Comparator<PlannedReminder> BY_TIME = Comparator.<PlannedReminder, Instant>comparing(
                    reminder -> reminder.due().at())
            .thenComparing(PlannedReminder::id);

    private final Docket docket;
    private final Rulebook rulebook;
    private final ReminderPlanner planner;
    private final OffHearings hearings;
    private final List<PlannedReminder> reminders = new ArrayList<>();
    private final List<Schedule.Gap> gaps = new ArrayList<>();

    private Scheduler(Docket docket, Rulebook rulebook, ReminderPlanner planner, OffHearings hearings) {
        this.docket = docket;
        this.rulebook = rulebook;
        this.planner = planner;
        this.hearings = hearings;
    }

    /**
     * What follows from the facts of one matter under these rules, calendars and people: the derived deadlines, and every
     * reminder that is or was called for.
     *
     * <p>Entries that call for reminders get the rungs of their ladder. Those who were told of a former date of an entry
     * hear that it was moved, also where it has no date any more; those who were told of one that was cancelled, or of a
     * derived one that no longer follows, hear that it is off. What was past when it became known calls for nothing.
     *
     * <p>A hearing on a day that an emergency closure takes from its court waits for a date, and everybody hears of it; what is
     * counted from it stays where it was until then. So does a deadline that an unconfirmed closure would make later.
     *
     * <p>What comes on a docket whose matter is settled, stayed or closed is stayed too, where that act suspends its kind.
     */
    public static Schedule derive(Docket stored, Rulebook rulebook, CalendarBook calendars, Firm firm, People people) {
        OffHearings hearings = new OffHearings(stored, calendars, rulebook.activatedAt(), rulebook.checks());
        Docket docket = hearings.docket();
        SpanCounter counter = new SpanCounter(firm, calendars);
        Arrivals arrivals = new Arrivals(docket);
        List<Entry> entered = arrivals.of(docket.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Entered)
                .toList());
        Derived made = derived(
                arrivals,
                hearings.asBefore(),
                onto -> new DeadlineDeriver(
                        onto,
                        new DeadlineRules(
                                rulebook.deadlines(), rulebook.law(), rulebook.limitations(), rulebook.checks()),
                        calendars,
                        later(rulebook.activatedAt(), docket.lastConfirmedAt()),
                        counter));
        List<Entry> derived = made.entries();
        List<Entry> entries = Stream.concat(entered.stream(), derived.stream()).toList();
        MorningSheets mornings = new MorningSheets(rulebook.habits().sheets(), new SheetClock(counter));
        Scheduler scheduler = new Scheduler(
                docket, rulebook, new ReminderPlanner(docket.matter(), counter, people, mornings), hearings);
        entries.forEach(scheduler::plan);
        scheduler.claims(entries, new ClaimRules(rulebook.limitations(), calendars));
        return new Schedule(
                entries,
                derived,
                scheduler.reminders.stream().sorted(BY_TIME).toList(),
                scheduler.gaps,
                new Closures(held(made.deriver().heldOf(derived), derived), hearings.off(), hearings.back()),
                arrivals.stayed());
    }

    /** What follows from what is stayed is derived with it stayed: again, until nothing more arrives. */
    private static Derived derived(Arrivals arrivals, Docket docket, Function<Docket, DeadlineDeriver> deriving) {
        while (true) {
            int before = arrivals.stayed().size();
            DeadlineDeriver deriver = deriving.apply(docket.with(arrivals.after(), List.of()));
            List<Entry> entries = arrivals.of(deriver.derive());
            if (arrivals.stayed().size() == before) {
                return new Derived(deriver, entries);
            }
        }
    }

    private record Derived(DeadlineDeriver deriver, List<Entry> entries) {}

    private static List<Closures.Held> held(Map<EntryId, List<EmergencyClosure>> held, List<Entry> derived) {
        return derived.stream()
                .sorted(Comparator.comparing(entry -> entry.when().date().orElse(LocalDate.MAX)))
                .flatMap(entry -> held.getOrDefault(entry.id(), List.of()).stream()
                        .map(closure -> new Closures.Held(entry.id(), closure)))
                .toList();
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What is missing or in doubt about a last day to sue, as long as somebody must still sue. */
    private void claims(List<Entry> entries, ClaimRules rules) {
        for (Claim claim : docket.matter().claims()) {
            EntryId id = ClaimRules.entry(docket.matter().id(), claim);
            if (entries.stream()
                    .noneMatch(entry -> entry.id().equals(id) && entry.status().isOver())) {
                rules.choose(claim, docket.matter()).gap().ifPresent(why -> gaps.add(new Schedule.Gap(id, why)));
            }
        }
    }

    private void plan(Entry entry) {
        Map<PersonId, Told> told =
                docket.toldBefore(entry.id(), entry.revision().number());
        switch (entry.status()) {
            case PROPOSED, OPEN, PROVISIONAL, CLAIMED -> {
                take(entry, noticesOfStanding(entry, told));
                if (entry.when().dueAt().isPresent()) {
                    planRungs(entry, told);
                }
            }
            case WAITING -> take(entry, noticesOfWaiting(entry, told));
            case CANCELLED -> take(entry, planner.notices(entry, Purpose.CANCELLED, told));
            case SUPERSEDED -> {
                if (entry.origin() instanceof Origin.Derived) {
                    take(entry, planner.notices(entry, Purpose.CANCELLED, told));
                }
            }
            case STAYED ->
                take(
                        entry,
                        planner.notices(
                                entry,
                                Purpose.STAYED,
                                told,
                                docket.stayedBy(entry.id()).stream()
                                        .map(act -> act.words(docket.matter()))
                                        .toList()));
            case DONE, WAIVED -> {}
        }
    }

    /** What those who were told that it is off, or let go, must know where this revision takes it up again. */
    private List<String> reopened(Entry entry) {
        return docket.said(entry.id()).stream()
                .filter(said -> said.what() == What.REOPENED
                        && said.at().equals(entry.revision().knownAt()))
                .map(said -> "it was off and stands again"
                        + said.reason().map(why -> ": " + why).orElse(""))
                .toList();
    }

    private Planned noticesOfStanding(Entry entry, Map<PersonId, Told> told) {
        return docket.resumedFrom(entry)
                .map(act -> planner.notices(
                        entry,
                        Purpose.RESUMED,
                        told,
                        List.of("the " + act.sort().noun() + " of " + entry.matter() + " is over")))
                .orElseGet(() -> planner.notices(entry, Purpose.MOVED, told, reopened(entry)));
    }

    /** That a court closes is told to everybody who would have come, not only to those who were told before. */
    private Planned noticesOfWaiting(Entry entry, Map<PersonId, Told> told) {
        Optional<EmergencyClosure> closure = hearings.waitsBecauseOf(entry);
        if (closure.isEmpty()) {
            return planner.notices(entry, Purpose.MOVED, told);
        }
        Optional<Ladder> ladder = rulebook.ladderFor(entry, docket.matter()) instanceof LadderChoice.Chosen chosen
                ? Optional.of(chosen.ladder())
                : Optional.empty();
        Set<PersonId> everybody = Stream.concat(told.keySet().stream(), planner.everybody(entry, ladder).stream())
                .collect(Collectors.toUnmodifiableSet());
        return planner.notices(entry, everybody, List.of(OffHearings.why(closure.get())));
    }

    private void planRungs(Entry entry, Map<PersonId, Told> told) {
        switch (rulebook.ladderFor(entry, docket.matter())) {
            case LadderChoice.Chosen chosen ->
                take(entry, planner.rungs(entry, chosen.ladder(), told, docket.ownedSince(entry.id())));
            case LadderChoice.None none -> gap(entry, "no ladder names it");
            case LadderChoice.Tie tie ->
                gap(
                        entry,
                        "the ladders " + String.join(" and ", tie.ladders())
                                + " name it alike; make one more specific");
        }
    }

    private void gap(Entry entry, String why) {
        boolean past =
                entry.when().dueAt().filter(entry.revision().knownAt()::isAfter).isPresent();
        if (!past) {
            gaps.add(new Schedule.Gap(entry.id(), why));
        }
    }

    private void take(Entry entry, Planned planned) {
        reminders.addAll(planned.reminders());
        planned.gaps().forEach(why -> gaps.add(new Schedule.Gap(entry.id(), why)));
    }
}
