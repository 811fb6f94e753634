package org.tickler.engine.docket;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Forecast;
import org.tickler.engine.plan.Outcome;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.plan.WhatIf;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;

/**
 * A person's acts on entries: add, move, correct, cancel, keep. Each can be previewed; each is one transaction with its revision,
 * its audit record and everything that follows from it. Safe for many threads.
 */
public final class Acts {
    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;
    private final InstantSource clock;

    public Acts(Database database, BookKeeper books, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /**
     * What the act would do, applied to nothing.
     *
     * @throws ActRefused if it could not be done
     */
    public Preview preview(Act act, Signature by) {
        Instant now = now();
        return database.inSnapshot(handle -> preview(handle, worked(handle, act, by, now), now));
    }

    /**
     * Does the act.
     *
     * @throws ActRefused if it cannot be done; then nothing is changed
     */
    public Done apply(Act act, Signature by) {
        Instant now = now();
        return database.inTransaction(handle -> {
            books.keepActive(handle);
            MatterStore.lock(handle, List.of(matterOf(handle, act, now)));
            Worked worked = worked(handle, act, by, now);
            Preview preview = preview(handle, worked, now);
            write(handle, act, worked, by, now);
            Cause cause = new Cause(
                    by.by().value(),
                    word(act) + by.reason().map(why -> ": " + why).orElse(""));
            Outcome outcome = reconciler.reconcileIn(
                    handle, List.of(worked.docket().matter().id()), cause, now);
            return new Done(worked.after(), preview, outcome);
        });
    }

    private Preview preview(Handle handle, Worked worked, Instant now) {
        Docket docket = worked.docket();
        Forecast forecast = reconciler.previewIn(
                handle, List.of(docket.matter().id()), WhatIf.docket(before -> with(before, worked.changed())), now);
        return new ActPreview(forecast, worked.people(), worked.after().id())
                .with(ActWarnings.of(worked.after(), docket, worked.book(), now));
    }

    private Worked worked(Handle handle, Act act, Signature by, Instant now) {
        ActiveBook book = books.active(handle);
        People people = PersonStore.all(handle);
        MatterId id = matterOf(handle, act, now);
        Matter matter = MatterStore.find(handle, id).orElseThrow(() -> Unknown.matter(handle, id));
        Actors.check(people, by, matter, now);
        ActWork work = new ActWork(book, now);
        Optional<Entry> before = entryOf(act).map(entry -> found(handle, entry, now));
        Entry after = switch (act) {
            case Act.Add add -> {
                refuseTwice(handle, add.entry());
                yield work.add(add, matter);
            }
            case Act.Move move -> work.move(before.orElseThrow(), move.to());
            case Act.Correct correct -> work.correct(before.orElseThrow(), correct);
            case Act.Cancel cancel -> work.cancel(before.orElseThrow());
            case Act.Keep keep -> work.keep(before.orElseThrow(), ActQuestions.about(handle, before.orElseThrow()));
        };
        Docket docket = new Docket(matter, EntryStore.ofMatter(handle, id), Map.of());
        return new Worked(book, people, docket, before, after, ActQuestions.of(handle, act, before, after));
    }

    private static void write(Handle handle, Act act, Worked worked, Signature by, Instant now) {
        Change change = new Change(cause(act), by.by().value(), by.reason(), now);
        Entry after = worked.after();
        if (worked.before().isEmpty()) {
            EntryStore.insert(handle, List.of(after), change);
        } else {
            EntryStore.update(handle, List.of(after), change);
        }
        worked.settles().settle(handle, after, by.by().value(), now);
        release(handle, worked, by, now);
        MatterStore.touch(handle, List.of(after.matter()));
        Map<String, Object> detail = new LinkedHashMap<>();
        worked.before().ifPresent(before -> detail.put("before", DateWords.of(before)));
        detail.put("after", DateWords.of(after));
        detail.put("revision", after.revision().number());
        List<String> settled =
                worked.settles().questions().stream().map(Question::code).toList();
        if (!settled.isEmpty()) {
            detail.put("settled", settled);
        }
        by.reason().ifPresent(why -> detail.put("reason", why));
        Audit.record(handle, AuditRecord.of(now, by.by().value(), word(act), after.matter(), after.id(), detail));
    }

    /** What waited as a probable duplicate of what is off reminds now. */
    private static void release(Handle handle, Worked worked, Signature by, Instant now) {
        String reason = "the other, " + worked.after().id() + ", is off";
        List<Entry> released = worked.settles().released();
        EntryStore.update(
                handle, released, Change.act(Change.Cause.KEPT, by.by().value(), reason, now));
        for (Entry entry : released) {
            Map<String, Object> detail =
                    Map.of("after", DateWords.of(entry), "status", Words.of(entry.status()), "reason", reason);
            Audit.record(handle, AuditRecord.of(now, by.by().value(), "kept", entry.matter(), entry.id(), detail));
        }
    }

    private static Optional<EntryId> entryOf(Act act) {
        return switch (act) {
            case Act.Add add -> Optional.empty();
            case Act.Move move -> Optional.of(move.entry());
            case Act.Correct correct -> Optional.of(correct.entry());
            case Act.Cancel cancel -> Optional.of(cancel.entry());
            case Act.Keep keep -> Optional.of(keep.entry());
        };
    }

    private static MatterId matterOf(Handle handle, Act act, Instant now) {
        return act instanceof Act.Add add
                ? add.matter()
                : found(handle, entryOf(act).orElseThrow(), now).matter();
    }

    private static Entry found(Handle handle, EntryId id, Instant now) {
        return EntryStore.find(handle, id).orElseThrow(() -> Unknown.entry(handle, id, now));
    }

    private static void refuseTwice(Handle handle, EntryId id) {
        if (EntryStore.find(handle, id).isPresent()) {
            throw new ActRefused("the entry " + id + " is on the docket already; add it once");
        }
    }

    private static Docket with(Docket docket, List<Entry> changed) {
        List<Entry> entries = new ArrayList<>(docket.entries());
        entries.removeIf(one -> changed.stream().anyMatch(entry -> entry.id().equals(one.id())));
        entries.addAll(changed);
        return new Docket(docket.matter(), entries, docket.told());
    }

    private static Change.Cause cause(Act act) {
        return switch (act) {
            case Act.Add add -> Change.Cause.ENTERED;
            case Act.Move move -> Change.Cause.MOVED;
            case Act.Correct correct -> Change.Cause.CORRECTED;
            case Act.Cancel cancel -> Change.Cause.CANCELLED;
            case Act.Keep keep -> Change.Cause.KEPT;
        };
    }

    private static String word(Act act) {
        return Words.of(cause(act));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The entry before and after, what it was worked out with, and what else it settles. */
    private record Worked(
            ActiveBook book, People people, Docket docket, Optional<Entry> before, Entry after, ActQuestions settles) {
        List<Entry> changed() {
            return Stream.concat(Stream.of(after), settles.released().stream()).toList();
        }
    }
}
