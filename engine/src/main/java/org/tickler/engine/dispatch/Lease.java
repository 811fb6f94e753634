package org.tickler.engine.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.DueStore;
import org.tickler.rules.remind.ReminderId;

/**
 * Keeps a claim for as long as its messages take to send, and knows when it could not: by this machine's stopwatch, so
 * that a process that was frozen sends nothing more under a claim that another has taken over.
 */
final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    /** A try may take nearly a minute, and must have ended when another process may claim. */
    private static final int PARTS = 3;

    private final Database database;
    private final InstantSource clock;
    private final Duration length;
    private final Map<ReminderId, DueReminder> kept = new ConcurrentHashMap<>();
    private final Thread keeper;
    private volatile long renewedNanos;

    Lease(Database database, InstantSource clock, Claim claim) {
        this.database = database;
        this.clock = clock;
        this.length = claim.lease();
        this.renewedNanos = claim.takenNanos();
        claim.reminders().forEach(reminder -> kept.put(reminder.id(), reminder));
        this.keeper = Thread.ofVirtual().name("lease").start(this::keep);
    }

    /** Whether there is time to begin another try under this claim. */
    boolean holds() {
        return System.nanoTime() - renewedNanos < length.toNanos() / PARTS * 2;
    }

    /** These are settled, and need no keeping. */
    void drop(Collection<DueReminder> settled) {
        settled.forEach(reminder -> kept.remove(reminder.id()));
    }

    @Override
    public void close() {
        keeper.interrupt();
    }

    private void keep() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(length.dividedBy(PARTS));
                renew();
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("the claim on {} reminders could not be renewed: {}", kept.size(), e.getMessage());
            }
        }
    }

    private void renew() {
        long before = System.nanoTime();
        database.inTransaction(handle -> {
            DueStore.renew(handle, kept.values(), clock.instant().plus(length));
            return kept.size();
        });
        renewedNanos = before;
    }
}
