package org.tickler.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.ReminderRow;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.plan.Closures;
import org.tickler.rules.plan.Schedule;
import org.tickler.rules.plan.ScheduleDiff;
import org.tickler.rules.plan.ScheduleDiff.Moved;
import org.tickler.rules.plan.Scheduler;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.ReminderId;

/**
 * What must be done so that what is stored of one matter equals what is derived.
 *
 * @param stored the entries as they are stored
 * @param said for each entry of which somebody set a date or gave it back to its rule, who did so last
 * @param moved the difference's own, and those of which only words or the answer wanted changed
 */
record MatterPlan(
        MatterId matter,
        Map<EntryId, Entry> stored,
        Map<EntryId, Instruction> said,
        Schedule schedule,
        ScheduleDiff diff,
        List<Moved> moved) {

    static MatterPlan of(Facts facts, ActiveBook book, People people) {
        return of(facts, facts.docket(), book, people);
    }

    /** What would have to be done if {@code docket} stood in place of the stored one. */
    static MatterPlan of(Facts facts, Docket docket, ActiveBook book, People people) {
        Schedule schedule = Scheduler.derive(docket, book.rulebook(), book.calendars(), book.firm(), people);
        ScheduleDiff diff = ScheduleDiff.between(
                facts.reminders().stream().map(ReminderRow::stored).toList(), schedule);
        Map<EntryId, Entry> stored = new HashMap<>();
        facts.docket().entries().forEach(entry -> stored.put(entry.id(), entry));
        List<Moved> moved = Stream.concat(diff.move().stream(), reworded(facts, schedule, diff).stream())
                .toList();
        Map<EntryId, Instruction> said = new HashMap<>();
        docket.said().keySet().forEach(id -> docket.standing(id).last().ifPresent(last -> said.put(id, last)));
        return new MatterPlan(facts.docket().matter().id(), stored, said, schedule, diff, moved);
    }

    /** Derived entries that are not stored yet. */
    List<Entry> newEntries() {
        return schedule.derived().stream()
                .filter(entry -> !stored.containsKey(entry.id()))
                .toList();
    }

    /** Derived entries that are stored in another form. */
    List<Entry> changedEntries() {
        return schedule.derived().stream()
                .filter(entry -> Optional.ofNullable(stored.get(entry.id()))
                        .filter(before -> !before.equals(entry))
                        .isPresent())
                .toList();
    }

    /** What made the revision of a derived entry where that is new and a person's words did: they are known since then. */
    Optional<Instruction> saidOf(Entry entry) {
        return Optional.ofNullable(said.get(entry.id()))
                .filter(last -> last.at().equals(entry.revision().knownAt()))
                .filter(last -> Optional.ofNullable(stored.get(entry.id()))
                        .filter(before -> before.revision().equals(entry.revision()))
                        .isEmpty());
    }

    /** What a closure has to do with {@code entry} of the schedule. */
    Optional<String> why(Entry entry) {
        return entry.origin() instanceof Origin.Derived derived
                ? derived.unconfirmed()
                : Stream.concat(
                                schedule.closures().off().stream()
                                        .filter(off -> off.before().id().equals(entry.id()))
                                        .map(Closures.Off::why),
                                schedule.closures().back().stream()
                                        .filter(back -> back.before().id().equals(entry.id()))
                                        .map(Closures.Back::why))
                        .findFirst();
    }

    /** Whether there is nothing to do. */
    boolean isEmpty() {
        return diff.isEmpty()
                && moved.isEmpty()
                && schedule.closures().off().isEmpty()
                && schedule.closures().back().isEmpty()
                && schedule.stayed().isEmpty()
                && newEntries().isEmpty()
                && changedEntries().isEmpty();
    }

    /** Whether no reminder is stored yet, so that nobody can have been told of anything. */
    boolean isFirst() {
        return diff.keep().isEmpty() && diff.move().isEmpty() && diff.withdraw().isEmpty();
    }

    private static List<Moved> reworded(Facts facts, Schedule schedule, ScheduleDiff diff) {
        Map<ReminderId, PlannedReminder> planned = new HashMap<>();
        schedule.reminders().forEach(reminder -> planned.put(reminder.id(), reminder));
        Set<ReminderId> kept =
                diff.keep().stream().map(one -> one.stored().id()).collect(Collectors.toUnmodifiableSet());
        List<Moved> reworded = new ArrayList<>();
        for (ReminderRow row : facts.reminders()) {
            PlannedReminder before = row.planned();
            PlannedReminder now = planned.get(before.id());
            boolean mayChange = row.state().waits() && kept.contains(before.id());
            if (mayChange
                    && now != null
                    && !(before.why().equals(now.why()) && before.answer().equals(now.answer()))) {
                reworded.add(new Moved(row.stored(), now, "its words"));
            }
        }
        return reworded;
    }
}
