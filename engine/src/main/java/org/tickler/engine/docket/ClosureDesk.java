package org.tickler.engine.docket;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.EmergencyClosure;
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
import org.tickler.engine.store.ConfirmedClosureStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.docket.ConfirmedClosure;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;

/** Where a second person confirms that a court closes, so that deadlines may run to the later date. Safe for many threads. */
public final class ClosureDesk {
    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;
    private final InstantSource clock;

    public ClosureDesk(Database database, BookKeeper books, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /**
     * A closure that was confirmed.
     *
     * @param preview what that did, in sentences
     */
    public record Confirmed(Preview preview, Outcome outcome) {}

    /**
     * What confirming the closures of a court on a day would do, applied to nothing. Of matters that the person may not see
     * only their number is said.
     *
     * @param court the calendar that the file of the closure amends
     * @throws ActRefused if there is no such closure, it is confirmed already, or the person may not do it
     */
    public Preview preview(String court, LocalDate day, Signature by) {
        Instant now = now();
        return database.inSnapshot(handle -> preview(handle, worked(handle, court, day, by, now), by, now));
    }

    /**
     * Confirms the closures of a court on a day, and plans every matter with that.
     *
     * @throws ActRefused as {@link #preview} does; then nothing is changed
     */
    public Confirmed confirm(String court, LocalDate day, Signature by) {
        Instant now = now();
        Preview preview = database.inTransaction(handle -> {
            books.keepActive(handle);
            Worked worked = worked(handle, court, day, by, now);
            Preview shown = preview(handle, worked, by, now);
            ConfirmedClosureStore.add(handle, worked.confirmed(), by.reason());
            UnplannedStore.add(handle, MatterStore.ids(handle), now);
            worked.closures().forEach(closure -> record(handle, closure, by, now));
            return shown;
        });
        Cause cause = new Cause(
                by.by().value(),
                "confirmed the closure " + court + "=" + day
                        + by.reason().map(why -> ": " + why).orElse(""));
        Outcome outcome = reconciler.reconcileAll(cause, now);
        database.inTransaction(handle -> UnplannedStore.plannedFrom(handle, MatterStore.ids(handle), now));
        return new Confirmed(preview, outcome);
    }

    private Worked worked(Handle handle, String court, LocalDate day, Signature by, Instant now) {
        ActiveBook book = books.active(handle);
        People people = PersonStore.all(handle);
        Actors.staff(people, by, now);
        List<ConfirmedClosure> before = ConfirmedClosureStore.all(handle);
        List<EmergencyClosure> open = ConfirmedClosure.unconfirmed(book.calendars(), before);
        List<EmergencyClosure> closures = open.stream()
                .filter(one -> one.calendar().value().equals(court) && one.day().equals(day))
                .toList();
        if (closures.isEmpty()) {
            throw new ActRefused("no closure " + court + "=" + day + " waits for somebody to confirm it; "
                    + (open.isEmpty()
                            ? "none does"
                            : "these do: "
                                    + open.stream()
                                            .map(one -> one.place() + " ("
                                                    + one.closure().name() + ")")
                                            .collect(Collectors.joining(", "))));
        }
        return new Worked(
                people,
                before,
                closures,
                closures.stream()
                        .map(one -> ConfirmedClosure.of(one, by.by(), now))
                        .toList());
    }

    private Preview preview(Handle handle, Worked worked, Signature by, Instant now) {
        List<MatterId> ids = MatterStore.ids(handle);
        Forecast forecast =
                reconciler.previewIn(handle, ids, WhatIf.docket(docket -> docket.withConfirmed(worked.all())), now);
        Person person = worked.people().find(by.by()).orElseThrow();
        Set<MatterId> seen = MatterStore.find(handle, ids).stream()
                .filter(matter -> sees(person, matter, now))
                .map(Matter::id)
                .collect(Collectors.toUnmodifiableSet());
        Forecast shown = forecast.of(seen);
        int hidden = forecast.entries().size() - shown.entries().size();
        return new ActPreview(shown, worked.people(), Set.of(), now)
                .with(
                        hidden == 0
                                ? List.of()
                                : List.of((hidden == 1 ? "1 entry" : hidden + " entries") + " of matters that "
                                        + person.id() + " may not see would change too"));
    }

    private static boolean sees(Person person, Matter matter, Instant now) {
        return Sight.sees(person, matter, now.atZone(person.zone()).toLocalDate())
                .allowed();
    }

    private static void record(Handle handle, EmergencyClosure closure, Signature by, Instant now) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("closure", closure.place());
        detail.put("name", closure.closure().name());
        detail.put("kind", Words.of(closure.closure().kind()));
        detail.put("authority", closure.closure().authority());
        by.reason().ifPresent(why -> detail.put("reason", why));
        Audit.record(handle, AuditRecord.of(now, by.by().value(), "closure-confirmed", detail));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Which closures are confirmed, beside those that were before. */
    private record Worked(
            People people,
            List<ConfirmedClosure> before,
            List<EmergencyClosure> closures,
            List<ConfirmedClosure> confirmed) {
        List<ConfirmedClosure> all() {
            return Stream.concat(before.stream(), confirmed.stream()).toList();
        }
    }
}
