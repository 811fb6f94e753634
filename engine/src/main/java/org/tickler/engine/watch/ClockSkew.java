package org.tickler.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.Database;

/**
 * Looks how far the clock of this machine is off the database's, by which everything is timed, and tells the last resort
 * where that is much: nothing leaves at a wrong time for it, but logs, certificates and other programs go by it.
 */
public final class ClockSkew {
    private static final Duration BEARABLE = Duration.ofSeconds(30);

    private final Database database;
    private final BookKeeper books;
    private final InstantSource clock;
    private final InstantSource machine;
    private final String node;
    private volatile Duration offset = Duration.ZERO;

    /** @param machine the clock of this machine */
    public ClockSkew(Database database, BookKeeper books, InstantSource clock, InstantSource machine, String node) {
        this.database = database;
        this.books = books;
        this.clock = clock;
        this.machine = machine;
        this.node = node;
    }

    /** How far this machine is ahead of the database, as of the last look; negative: behind. */
    public Duration offset() {
        return offset;
    }

    /** Looks once. The same process is told of at most once a day. */
    public void sweep() {
        Instant now = clock.instant();
        offset = Duration.between(now, machine.instant());
        Optional<ActiveBook> book = books.find();
        if (offset.abs().compareTo(BEARABLE) > 0) {
            book.ifPresent(active -> raise(active, now));
        }
    }

    private void raise(ActiveBook book, Instant now) {
        LocalDate day = now.atZone(book.firm().zone()).toLocalDate();
        String why = "The clock of the machine that runs Tickler as " + node + " is "
                + offset.abs().toSeconds() + " s "
                + (offset.isNegative() ? "behind" : "ahead of")
                + " the database's, by which everything is timed. Reminders are not affected; set the machine's clock, or its"
                + " time service, right.";
        database.inTransaction(handle -> {
            LastResort.tell(handle, book, "clock of " + node + " on " + day, why, now);
            return day;
        });
    }
}
