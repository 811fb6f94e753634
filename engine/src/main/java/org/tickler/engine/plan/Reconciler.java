package org.tickler.engine.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.HoldStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.Stamp;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.ReminderId;

/**
 * Makes what is stored of matters equal to what follows from their facts and the active book. Doing it again changes
 * nothing. Two processes at once take turns on each matter. Safe for many threads.
 */
public final class Reconciler {
    /** How many matters one transaction takes; a matter is never split. */
    static final int AT_ONCE = 200;

    private final Database database;
    private final BookKeeper books;
    private final HoldLimits limits;

    public Reconciler(Database database, BookKeeper books, HoldLimits limits) {
        this.database = database;
        this.books = books;
        this.limits = limits;
    }

    /**
     * Reconciles these matters, up to 200 in a transaction; ids without a matter are passed over. Where the change as a
     * whole would send more than the limits allow, what would leave soon waits under one hold. Changes of more than one
     * transaction take turns; what one that was cut short held back is settled with the next.
     */
    public Outcome reconcile(Collection<MatterId> matters, Cause cause, Instant at) {
        List<List<MatterId>> batches = batches(matters);
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        if (batches.size() == 1) {
            return database.inTransaction(handle -> reconcileIn(handle, batches.getFirst(), cause, now));
        }
        return database.withHandle(handle -> {
            AdvisoryLock.MASS_CHANGE.hold(handle);
            try {
                return inBatches(batches, cause, now);
            } finally {
                AdvisoryLock.MASS_CHANGE.release(handle);
            }
        });
    }

    private Outcome inBatches(List<List<MatterId>> batches, Cause cause, Instant now) {
        Imminent imminent = new Imminent(limits, now);
        Outcome outcome = Outcome.NOTHING.under(database.withHandle(handle -> takenUp(handle, imminent)));
        for (List<MatterId> batch : batches) {
            Optional<Long> hold = outcome.hold();
            outcome = outcome.and(database.inTransaction(
                    handle -> provisionally(handle, new Batch(batch, cause, now), imminent, hold)));
        }
        return settled(outcome, imminent, cause, now);
    }

    /** The hold of a change that was cut short; what it holds back counts with what is planned now. */
    private static Optional<Long> takenUp(Handle handle, Imminent imminent) {
        Optional<Long> hold = HoldStore.cutShort(handle);
        hold.ifPresent(left -> imminent.count(HoldStore.held(handle, left), PersonStore.all(handle)));
        return hold;
    }

    /** As {@link #reconcile}, of every matter there is. */
    public Outcome reconcileAll(Cause cause, Instant now) {
        return reconcile(database.withHandle(MatterStore::ids), cause, now);
    }

    /**
     * Reconciles up to 200 matters in the handle's transaction, so that it stands or falls with what changed them.
     *
     * @throws IllegalArgumentException if there are more
     */
    public Outcome reconcileIn(Handle handle, Collection<MatterId> matters, Cause cause, Instant at) {
        if (matters.size() > AT_ONCE) {
            throw new IllegalArgumentException(
                    "one transaction takes up to " + AT_ONCE + " matters, but was given " + matters.size());
        }
        Batch batch = new Batch(List.copyOf(matters), cause, at.truncatedTo(ChronoUnit.MICROS));
        Planned planned = plan(handle, batch);
        Imminent imminent = new Imminent(limits, batch.now());
        Set<ReminderId> soon = planned.count(imminent);
        Optional<Long> hold = imminent.tooMany().map(why -> HoldStore.make(handle, why, cause.who(), batch.now()));
        return write(handle, batch, planned, hold, hold.isPresent() ? soon : Set.of());
    }

    /**
     * What reconciling these matters would do in another world, applied to nothing.
     *
     * @param whatIf how that world differs; {@link WhatIf#AS_IT_IS} for not at all
     */
    public Forecast preview(Collection<MatterId> matters, WhatIf whatIf, Instant now) {
        return database.inSnapshot(handle -> previewIn(handle, matters, whatIf, now));
    }

    /** As {@link #preview}, in the handle's transaction. */
    public Forecast previewIn(Handle handle, Collection<MatterId> matters, WhatIf whatIf, Instant now) {
        ActiveBook book = whatIf.book().orElseGet(() -> books.active(handle));
        People people = whatIf.people().apply(PersonStore.all(handle));
        Imminent imminent = new Imminent(limits, now);
        List<MatterPlan> plans = new ArrayList<>();
        for (List<MatterId> batch : batches(matters)) {
            for (Facts facts : Facts.read(handle, batch)) {
                MatterPlan plan = MatterPlan.of(facts, whatIf.docket().apply(facts.docket()), book, people);
                imminent.count(plan, people);
                plans.add(plan);
            }
        }
        return Forecast.of(plans, imminent.tooMany());
    }

    /**
     * Releases a hold.
     *
     * @return how many reminders leave when due, or at once where that is past; 0 where it was released before
     */
    public int release(long hold, String who, Instant now) {
        return database.inTransaction(handle -> {
            int released = HoldStore.release(handle, hold, who, now);
            Audit.record(
                    handle, AuditRecord.of(now, who, "hold-released", Map.of("hold", hold, "reminders", released)));
            return released;
        });
    }

    /** While it is not known how much the change sends in all, what would leave soon waits. */
    private Outcome provisionally(Handle handle, Batch batch, Imminent imminent, Optional<Long> before) {
        Planned planned = plan(handle, batch);
        Set<ReminderId> soon = planned.count(imminent);
        Optional<Long> hold = soon.isEmpty() || before.isPresent()
                ? before
                : Optional.of(HoldStore.make(
                        handle,
                        HoldStore.PLANNING + batch.cause().why(),
                        batch.cause().who(),
                        batch.now()));
        return write(handle, batch, planned, hold, soon);
    }

    private Outcome settled(Outcome outcome, Imminent imminent, Cause cause, Instant now) {
        if (outcome.hold().isEmpty()) {
            return outcome;
        }
        long hold = outcome.hold().get();
        Optional<String> tooMany = imminent.tooMany();
        database.inTransaction(handle -> {
            HoldStore.explain(handle, hold, tooMany.orElse(cause.why()));
            return tooMany.isPresent() ? 0 : HoldStore.release(handle, hold, "tickler", now);
        });
        return outcome.under(tooMany.map(why -> hold));
    }

    /**
     * Plans from what is stored. Matters that have to change are planned once more with their reminders locked: what was
     * claimed in between counts as told.
     */
    private Planned plan(Handle handle, Batch batch) {
        ActiveBook book = books.keepActive(handle);
        List<Facts> facts = Facts.lock(handle, batch.matters());
        People people = PersonStore.all(handle);
        Map<Boolean, List<MatterPlan>> plans = facts.stream()
                .map(one -> MatterPlan.of(one, book, people))
                .collect(Collectors.partitioningBy(plan -> plan.isEmpty() || plan.isFirst()));
        List<MatterPlan> all = new ArrayList<>(plans.getOrDefault(true, List.of()));
        List<MatterId> changing = plans.getOrDefault(false, List.of()).stream()
                .map(MatterPlan::matter)
                .toList();
        if (!changing.isEmpty()) {
            Facts.lockAll(handle, changing).forEach(one -> all.add(MatterPlan.of(one, book, people)));
        }
        return new Planned(book, people, all);
    }

    private static Outcome write(
            Handle handle, Batch batch, Planned planned, Optional<Long> hold, Set<ReminderId> toHold) {
        Stamp stamp = Stamp.of(planned.book().fingerprint(), batch.now());
        new PlanWriter(handle, stamp, hold.map(stamp::under).orElse(stamp), toHold, planned.people())
                .write(planned.plans(), planned.book(), batch.cause());
        new ClosureQuestions(handle, planned.book(), planned.people(), batch.cause(), batch.now())
                .after(planned.plans());
        return Outcome.of(planned.plans(), hold);
    }

    private static List<List<MatterId>> batches(Collection<MatterId> matters) {
        List<MatterId> ordered = List.copyOf(new TreeSet<>(matters));
        List<List<MatterId>> batches = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += AT_ONCE) {
            batches.add(ordered.subList(from, Math.min(from + AT_ONCE, ordered.size())));
        }
        return batches;
    }

    private record Batch(List<MatterId> matters, Cause cause, Instant now) {}

    private record Planned(ActiveBook book, People people, List<MatterPlan> plans) {
        Set<ReminderId> count(Imminent imminent) {
            return plans.stream()
                    .flatMap(plan -> imminent.count(plan, people).stream())
                    .map(PlannedReminder::id)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
