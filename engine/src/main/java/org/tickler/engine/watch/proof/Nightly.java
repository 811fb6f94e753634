package org.tickler.engine.watch.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.tickler.calendars.LocalMoments;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.AppointmentStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.StatusStore;

/** The coverage proof of each night, at three in the firm's zone, by one process. */
public final class Nightly {
    private static final String NAME = "proof";
    private static final LocalTime AT = LocalTime.of(3, 0);
    /** A proof that was cut short is begun again after this. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Database database;
    private final InstantSource clock;
    private final BookKeeper books;
    private final Prover prover;

    public Nightly(Database database, InstantSource clock, BookKeeper books) {
        this.database = database;
        this.clock = clock;
        this.books = books;
        this.prover = new Prover(database, books);
    }

    /** Proves, where it is time to; waits while not every matter is planned with the active book. */
    public void sweep() {
        Instant now = clock.instant();
        Optional<ActiveBook> book = books.find();
        if (book.isEmpty()) {
            return;
        }
        Instant next = next(now, book.get().firm().zone());
        boolean mine = database.inTransaction(handle -> {
            AppointmentStore.ensure(handle, NAME, next);
            return AppointmentStore.take(handle, NAME, now, now.plus(AGAIN));
        });
        boolean planned = database.withHandle(StatusStore::book)
                .filter(StatusStore.BookState::applied)
                .isPresent();
        if (mine && planned) {
            prover.prove("tickler", now);
            database.inTransaction(handle -> {
                AppointmentStore.set(handle, NAME, next);
                return next;
            });
        }
    }

    private static Instant next(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        boolean today = local.toLocalTime().isBefore(AT);
        return LocalMoments.instant(
                (today ? local.toLocalDate() : local.toLocalDate().plusDays(1)).atTime(AT), zone);
    }
}
