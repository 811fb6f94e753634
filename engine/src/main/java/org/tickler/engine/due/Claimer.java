package org.tickler.engine.due;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueStore;
import org.tickler.rules.firm.Channel;

/** Claims what is due, so that no other process sends it, for as long as a lease lasts. */
public final class Claimer {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MOST = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Claimer.class);

    private final Database database;
    private final InstantSource clock;
    private final Duration lease;
    private final int most;

    public Claimer(Database database, InstantSource clock) {
        this(database, clock, LEASE, MOST);
    }

    /**
     * As above.
     *
     * @param most messages' worth in one claim
     */
    Claimer(Database database, InstantSource clock, Duration lease, int most) {
        this.database = database;
        this.clock = clock;
        this.lease = lease;
        this.most = most;
    }

    /** What is due by a channel now, the most urgent first; nothing where nothing is, or others have it. */
    public Claim claim(Channel channel) {
        return database.inTransaction(handle -> {
            Claim claim = DueStore.claim(handle, channel, clock.instant(), lease, most);
            if (!claim.unreadable().isEmpty()) {
                alarm(handle, claim);
            }
            return claim;
        });
    }

    /** Whether there may be more that was due at the time of a claim, as it holds as much as one can. */
    boolean isFull(Claim claim) {
        return claim.reminders().size() + claim.unreadable().size() >= most;
    }

    private void alarm(Handle handle, Claim claim) {
        Optional<ActiveBook> book = new BookKeeper(database).find();
        claim.unreadable().forEach((id, why) -> {
            LOG.error("the reminder {} cannot be read, and is set aside: {}", id, why);
            book.ifPresent(active -> LastResort.tell(
                    handle,
                    active,
                    "reminder " + id,
                    "A reminder that was due could not be read in the database, and was set aside: " + why
                            + ". Its reader was not told by it. tickler status counts it as failed, under " + id,
                    claim.at()));
        });
    }
}
