package org.tickler.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.plan.ClosureQuestions;
import org.tickler.engine.plan.Orphans;
import org.tickler.engine.store.ConfirmedClosureStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.GuardStore;
import org.tickler.engine.store.HeartbeatStore;
import org.tickler.engine.store.HoldStore;
import org.tickler.engine.store.MatterActStore;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.ProofStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.StatusStore;
import org.tickler.engine.store.WebhookStore;
import org.tickler.rules.docket.ConfirmedClosure;

/** Reads how the engine stands. */
public final class StatusReader {
    /** A process that serves says so more often than this. */
    private static final Duration ALIVE = Duration.ofMinutes(1);

    private final Database database;
    private final InstantSource clock;
    private final BookKeeper books;

    public StatusReader(Database database, BookKeeper books, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.clock = clock;
    }

    /** All of it as it stood at one moment. */
    public Status read() {
        Instant now = clock.instant();
        Optional<ActiveBook> book = books.find();
        return database.inSnapshot(handle -> new Status(
                now,
                StatusStore.book(handle),
                StatusStore.nodes(handle, now.minus(ALIVE)),
                StatusStore.states(handle),
                NodeStore.overdue(handle, now),
                StatusStore.waitingForChannel(handle),
                holds(handle),
                StatusStore.incidents(handle),
                book.map(active -> closures(handle, active, now)).orElse(List.of()),
                MatterActStore.asked(handle),
                new Orphans(handle, PersonStore.readable(handle))
                        .all(now).stream().map(Orphans.Orphan::words).toList(),
                StatusStore.facts(handle),
                watched(handle),
                WebhookStore.counts(handle)));
    }

    /** What those who watch from outside are shown. */
    public Counts counts() {
        Instant now = clock.instant();
        return database.inSnapshot(handle -> new Counts(
                now,
                NodeStore.overdue(handle, now),
                StatusStore.states(handle),
                StatusStore.attempts(handle),
                StatusStore.escalations(handle),
                StatusStore.latency(handle),
                HoldStore.open(handle).size(),
                StatusStore.incidents(handle).size(),
                StatusStore.book(handle).map(StatusStore.BookState::fingerprint),
                watched(handle),
                WebhookStore.counts(handle)));
    }

    private static Watched watched(Handle handle) {
        return new Watched(
                ProofStore.last(handle),
                HeartbeatStore.find(handle),
                GuardStore.counts(handle),
                StatusStore.asksOpen(handle));
    }

    private static List<EmergencyClosure> closures(Handle handle, ActiveBook book, Instant now) {
        LocalDate today = now.atZone(book.firm().zone()).toLocalDate();
        Set<String> asked = QuestionStore.openCodes(handle, ClosureQuestions.UNCONFIRMED);
        return ConfirmedClosure.unconfirmed(book.calendars(), ConfirmedClosureStore.all(handle)).stream()
                .filter(closure -> closure.closure().kind() != ClosureKind.BUILDING_ONLY)
                .filter(closure -> !closure.day().isBefore(today)
                        || asked.contains(ClosureQuestions.UNCONFIRMED + closure.place()))
                .toList();
    }

    private static List<Status.Held> holds(Handle handle) {
        return HoldStore.open(handle).stream()
                .map(hold -> new Status.Held(hold, HoldStore.count(handle, hold.id())))
                .toList();
    }
}
