package org.tickler.engine.plan;

import java.time.Instant;
import java.util.Optional;
import org.tickler.engine.book.Activation;
import org.tickler.engine.book.Book;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Database;

/** Makes a book the active one and plans every matter with it. One process of a firm at a time. */
public final class Activator {
    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;

    public Activator(Database database, BookKeeper books, Reconciler reconciler) {
        this.database = database;
        this.books = books;
        this.reconciler = reconciler;
    }

    /**
     * Reads, validates, makes active, derives, and applies the difference. Where the same book is active and every matter
     * has been planned with it, nothing happens; where a process ended in the middle, the rest is done.
     *
     * @return what planning did; empty where nothing had to be done
     * @throws org.tickler.engine.book.BookRefused if a file has an error; what was active stays so
     */
    public Optional<Outcome> activate(Book book, String who, Instant now) {
        return database.withHandle(handle -> {
            AdvisoryLock.BOOK.hold(handle);
            try {
                Activation activation = books.activate(book, who, now);
                if (activation.complete()) {
                    return Optional.empty();
                }
                Outcome outcome = reconciler.reconcileAll(new Cause(who, "a new book became active"), now);
                books.applied(activation.active().fingerprint(), now);
                return Optional.of(outcome);
            } finally {
                AdvisoryLock.BOOK.release(handle);
            }
        });
    }
}
