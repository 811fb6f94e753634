package org.tickler.engine.due;

import java.time.Duration;
import java.time.InstantSource;
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
                LastResort.ofSetAside(
                        handle, new BookKeeper(database).find(), "its row", claim.unreadable(), claim.at());
            }
            return claim;
        });
    }

    /** Whether there may be more that was due at the time of a claim, as it holds as much as one can. */
    boolean isFull(Claim claim) {
        return claim.reminders().size() + claim.unreadable().size() >= most;
    }
}
