package org.tickler.engine.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterActStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.ObsoleteAskStore;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.plan.Arrivals;
import org.tickler.rules.plan.Closures;
import org.tickler.rules.plan.ScheduleDiff.Added;
import org.tickler.rules.plan.ScheduleDiff.Moved;
import org.tickler.rules.plan.ScheduleDiff.Withdrawn;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.ReminderId;

/** Writes plans and their audit records in the handle's transaction. A plan with nothing to do writes nothing. */
final class PlanWriter {
    private final Handle handle;
    private final Stamp stamp;
    private final Stamp held;
    private final Set<ReminderId> toHold;
    private final People people;

    /**
     * @param held the stamp of those in {@code toHold}
     * @param toHold which reminders wait for a release
     * @param people who can be asked
     */
    PlanWriter(Handle handle, Stamp stamp, Stamp held, Set<ReminderId> toHold, People people) {
        this.handle = handle;
        this.stamp = stamp;
        this.held = held;
        this.toHold = Set.copyOf(toHold);
        this.people = people;
    }

    void write(Collection<MatterPlan> plans, ActiveBook book, Cause cause) {
        List<MatterPlan> changed =
                plans.stream().filter(plan -> !plan.isEmpty()).toList();
        Instant now = stamp.at();
        EntryStore.insert(handle, all(changed, MatterPlan::newEntries), Change.derived(now));
        update(changed);
        if (!changed.isEmpty()) {
            new PlanQuestions(handle, new Askers(people, book.firm(), now), cause, now).put(changed);
        }
        changed.forEach(this::hearings);
        changed.forEach(this::arrivals);
        withdraw(all(changed, plan -> plan.diff().withdraw()), now);
        split(
                all(changed, MatterPlan::moved).stream().map(Moved::planned).toList(),
                (reminders, as) -> ScheduleStore.replan(handle, reminders, as));
        split(
                all(changed, plan -> plan.diff().add()).stream()
                        .map(Added::planned)
                        .toList(),
                (reminders, as) -> ScheduleStore.add(handle, reminders, as));
        List<MatterId> all = plans.stream().map(MatterPlan::matter).toList();
        EntryStore.resolveAgain(handle, all);
        ObsoleteAskStore.settle(handle, all);
        MatterStore.touch(handle, changed.stream().map(MatterPlan::matter).toList());
        List<AuditRecord> records = new ArrayList<>();
        changed.forEach(plan -> records.addAll(new PlanRecords(plan, book, cause, now).records()));
        Audit.record(handle, records);
    }

    /** A date that a person set, or gave back to the rule, is that person's in the history. */
    private void update(List<MatterPlan> plans) {
        List<Entry> byRule = new ArrayList<>();
        for (MatterPlan plan : plans) {
            for (Entry entry : plan.changedEntries()) {
                plan.saidOf(entry)
                        .map(Change::said)
                        .ifPresentOrElse(
                                change -> EntryStore.update(handle, List.of(entry), change), () -> byRule.add(entry));
            }
        }
        EntryStore.update(handle, byRule, Change.derived(stamp.at()));
    }

    private void hearings(MatterPlan plan) {
        Closures closures = plan.schedule().closures();
        closures.off().forEach(off -> hearing(plan, off.before(), Change.Cause.COURT_CLOSED, off.why()));
        closures.back().forEach(back -> hearing(plan, back.before(), Change.Cause.CLOSURE_TAKEN_BACK, back.why()));
    }

    /** What came on a matter that is settled, stayed or closed is stayed by that act, too. */
    private void arrivals(MatterPlan plan) {
        for (Arrivals.Stayed arrived : plan.schedule().stayed()) {
            Entry after = arrived.after();
            if (after.origin() instanceof Origin.Entered) {
                EntryStore.update(handle, List.of(after), Change.of(Change.Cause.STAYED, arrived.words(), stamp.at()));
            }
            MatterActStore.stay(
                    handle,
                    arrived.act().number(),
                    Map.of(after.id(), arrived.before().status()),
                    stamp.at());
        }
    }

    private void hearing(MatterPlan plan, Entry before, Change.Cause cause, String why) {
        Entry now = plan.schedule().find(before.id()).orElseThrow();
        EntryStore.update(handle, List.of(now), Change.of(cause, why, stamp.at()));
    }

    private void withdraw(List<Withdrawn> withdrawn, Instant now) {
        Map<ReminderId, String> reasons = new LinkedHashMap<>();
        withdrawn.forEach(one -> reasons.put(one.stored().id(), one.why()));
        ScheduleStore.withdraw(handle, reasons, now);
    }

    private void split(List<PlannedReminder> reminders, Writing writing) {
        writing.write(
                reminders.stream().filter(one -> !toHold.contains(one.id())).toList(), stamp);
        writing.write(
                reminders.stream().filter(one -> toHold.contains(one.id())).toList(), held);
    }

    private static <T> List<T> all(List<MatterPlan> plans, Function<MatterPlan, List<T>> of) {
        return plans.stream().flatMap(plan -> of.apply(plan).stream()).toList();
    }

    private interface Writing {
        void write(List<PlannedReminder> reminders, Stamp as);
    }
}
