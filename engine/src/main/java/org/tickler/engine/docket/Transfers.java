package org.tickler.engine.docket;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Forecast;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.plan.WhatIf;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;

/**
 * Brings matters before other courts: one transaction with the open entries that are dropped or computed anew, their audit
 * records, and everything that follows. Past entries keep their court. Safe for many threads.
 */
public final class Transfers {
    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;
    private final InstantSource clock;

    public Transfers(Database database, BookKeeper books, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /**
     * What a transfer would do, applied to nothing.
     *
     * @throws ActRefused if it could not be done
     */
    public Preview preview(Transfer transfer, Signature by) {
        Instant now = now();
        return database.inSnapshot(handle -> preview(handle, worked(handle, transfer, by, now), now));
    }

    /**
     * Does the transfer.
     *
     * @throws ActRefused if it cannot be done; then nothing is changed
     */
    public Preview apply(Transfer transfer, Signature by) {
        Instant now = now();
        return database.inTransaction(handle -> {
            books.keepActive(handle);
            MatterStore.lock(handle, List.of(transfer.matter()));
            Worked worked = worked(handle, transfer, by, now);
            Preview preview = preview(handle, worked, now);
            write(handle, transfer, worked, by, now);
            reconciler.reconcileIn(
                    handle,
                    List.of(transfer.matter()),
                    new Cause(by.by().value(), "transferred to " + transfer.to().court()),
                    now);
            return preview;
        });
    }

    private Worked worked(Handle handle, Transfer transfer, Signature by, Instant now) {
        ActiveBook book = books.active(handle);
        CalendarId court = transfer.to().court();
        if (book.calendars().find(court).isEmpty()) {
            throw new ActRefused("no court is called \"" + court + "\""
                    + Nearest.hint(
                            court.value(),
                            book.calendars().ids().stream()
                                    .map(CalendarId::value)
                                    .toList()));
        }
        People people = PersonStore.all(handle);
        Docket docket = Acts.docket(handle, transfer.matter(), people, by, now);
        TransferWork work = new TransferWork(transfer, docket, now);
        List<TransferWork.Open> open = work.open();
        return new Worked(people, work.matter(), open, work.changed(open));
    }

    private Preview preview(Handle handle, Worked worked, Instant now) {
        Forecast forecast = reconciler.previewIn(
                handle,
                List.of(worked.matter().id()),
                WhatIf.docket(before -> before.on(worked.matter()).with(worked.changed(), List.of())),
                now);
        Set<EntryId> acted = worked.changed().stream().map(Entry::id).collect(Collectors.toUnmodifiableSet());
        Preview preview = new ActPreview(forecast, worked.people(), acted, now).with(List.of());
        List<String> moves = new ArrayList<>();
        for (TransferWork.Open one : worked.open()) {
            moves.add(Words.of(one.fate()) + ": " + DateWords.of(one.entry()));
        }
        moves.addAll(preview.moves());
        return new Preview(moves, preview.stays(), preview.told(), preview.reminders(), preview.warnings());
    }

    private static void write(Handle handle, Transfer transfer, Worked worked, Signature by, Instant now) {
        MatterStore.save(handle, worked.matter());
        EntryStore.update(
                handle,
                worked.changed(),
                new Change(
                        Change.Cause.TRANSFERRED,
                        by.by().value(),
                        Optional.of("to " + transfer.to().court()
                                + by.reason().map(why -> ": " + why).orElse("")),
                        now));
        MatterStore.touch(handle, List.of(transfer.matter()));
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("to", transfer.to().court().value());
        detail.put("from", transfer.day().toString());
        by.reason().ifPresent(why -> detail.put("reason", why));
        Audit.record(handle, AuditRecord.ofMatter(now, by.by().value(), "transferred", transfer.matter(), detail));
        for (TransferWork.Open one : worked.open()) {
            Audit.record(
                    handle,
                    AuditRecord.of(
                            now,
                            by.by().value(),
                            "transferred",
                            transfer.matter(),
                            one.entry().id(),
                            Map.of("fate", Words.of(one.fate()), "after", DateWords.of(one.after()))));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Worked(People people, Matter matter, List<TransferWork.Open> open, List<Entry> changed) {}
}
