package org.tickler.engine.docket;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.plan.Askers;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Forecast;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.plan.WhatIf;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.MatterActStore;
import org.tickler.engine.store.MatterActStore.Kind;
import org.tickler.engine.store.MatterActStore.Step;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.firm.People;

/**
 * Settles, stays and closes matters, and takes that back: one transaction with every entry that is stayed, opened or stands
 * again, the audit records, and everything that follows. Safe for many threads.
 */
public final class MatterActs {
    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;
    private final InstantSource clock;

    public MatterActs(Database database, BookKeeper books, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /**
     * What a step would do, applied to nothing.
     *
     * @throws ActRefused if it could not be done
     */
    public Preview preview(MatterStep step, Signature by) {
        Instant now = now();
        return database.inSnapshot(handle -> preview(handle, worked(handle, step, by, now), now));
    }

    /**
     * Does the step.
     *
     * @throws ActRefused if it cannot be done; then nothing is changed
     */
    public Preview apply(MatterStep step, Signature by) {
        Instant now = now();
        return database.inTransaction(handle -> applyIn(handle, step, by, now));
    }

    /** As {@link #apply}, in the handle's transaction. */
    Preview applyIn(Handle handle, MatterStep step, Signature by, Instant now) {
        books.keepActive(handle);
        MatterStore.lock(handle, List.of(step.matter()));
        Worked worked = worked(handle, step, by, now);
        Preview preview = preview(handle, worked, now);
        String word = new MatterActWriter(handle, by, now).write(worked.result());
        reconciler.reconcileIn(
                handle,
                List.of(step.matter()),
                new Cause(
                        by.by().value(),
                        word + by.reason().map(why -> ": " + why).orElse("")),
                now);
        return preview;
    }

    /** As {@link #preview(MatterStep, Signature)}, in the handle's snapshot. */
    Preview previewIn(Handle handle, MatterStep step, Signature by, Instant now) {
        return preview(handle, worked(handle, step, by, now), now);
    }

    private Worked worked(Handle handle, MatterStep step, Signature by, Instant now) {
        ActiveBook book = books.active(handle);
        People people = PersonStore.all(handle);
        Docket docket = Acts.docket(handle, step.matter(), people, by, now);
        Askers askers = new Askers(people, book.firm(), now);
        List<Step> steps = MatterActStore.steps(handle, List.of(step.matter()));
        MatterActWork work = new MatterActWork(book, askers, docket, steps, by, now);
        MatterActBack back = new MatterActBack(book, askers, docket, by, now);
        Optional<Step> pending = MatterActWork.pending(steps, step);
        MatterActResult result = switch (step) {
            case MatterStep.Begin begin -> work.begin(begin);
            case MatterStep.Confirm confirm -> work.confirm(confirm);
            case MatterStep.Back ending -> {
                MatterActBack.needReason(step.sort(), by);
                yield pending.map(asked -> back.withdrawn(asked, Kind.WITHDRAWN))
                        .orElseGet(() -> {
                            MatterAct act = MatterActBack.inForce(docket, step);
                            return back.ended(act, back.from(ending), opened(handle, act));
                        });
            }
            case MatterStep.Undo undo ->
                pending.map(asked -> back.withdrawn(asked, Kind.UNDONE)).orElseGet(() -> {
                    MatterAct act = MatterActBack.inForce(docket, step);
                    return back.undone(act, opened(handle, act));
                });
        };
        return new Worked(people, result);
    }

    private static List<EntryId> opened(Handle handle, MatterAct act) {
        return MatterActStore.opened(handle, act.number());
    }

    private Preview preview(Handle handle, Worked worked, Instant now) {
        MatterActResult result = worked.result();
        Preview done = sentences(handle, worked.people(), result, now);
        List<String> told = new ArrayList<>(done.told());
        result.whenConfirmed()
                .ifPresent(effect -> sentences(handle, worked.people(), effect, now)
                        .told()
                        .forEach(line -> told.add("when confirmed, " + line)));
        List<String> moves = new ArrayList<>(result.lines());
        moves.addAll(done.moves());
        List<String> warnings = new ArrayList<>(result.warnings());
        warnings.addAll(done.warnings());
        return new Preview(moves, done.stays(), told, done.reminders(), warnings);
    }

    /** What follows beside what the step says itself. */
    private Preview sentences(Handle handle, People people, MatterActResult result, Instant now) {
        Forecast forecast = reconciler.previewIn(handle, List.of(result.matter().id()), WhatIf.docket(result::on), now);
        Set<EntryId> acted = result.acted();
        Forecast beside = new Forecast(
                forecast.entries().stream()
                        .filter(shift -> !acted.contains(shift.after().id()))
                        .toList(),
                List.of(),
                forecast.reminders(),
                forecast.gaps(),
                forecast.hold());
        return new ActPreview(beside, people, acted, now()).with(List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Worked(People people, MatterActResult result) {}
}
