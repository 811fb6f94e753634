package org.tickler.engine.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueStore;

/** Writes down what is known, however long the database is away: what is forgotten would have to be sent again. */
final class Persistence {
    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_PAUSES = 900;
    private static final int MOST_REFUSALS = 3;

    private final Database database;
    private final BooleanSupplier stopping;

    Persistence(Database database, BooleanSupplier stopping) {
        this.database = database;
        this.stopping = stopping;
    }

    /** Whether it was written. If not, the claims end by themselves, and what was sent is sent again and marked. */
    boolean write(Recorder recorder) {
        int refusals = 0;
        for (int pauses = 0; pauses < MOST_PAUSES; pauses++) {
            try {
                database.inTransaction(handle -> {
                    recorder.write(handle);
                    return true;
                });
                return true;
            } catch (RuntimeException e) {
                refusals += isThere() ? 1 : 0;
                LOG.warn(
                        "results of {} reminders could not be written yet: {}",
                        recorder.reminders().size(),
                        e.toString());
                if (refusals == MOST_REFUSALS || stopping.getAsBoolean() || !paused()) {
                    break;
                }
            }
        }
        LOG.error(
                "results of {} reminders are lost: they will be sent again, marked as possible duplicates",
                recorder.reminders().size());
        return false;
    }

    private boolean isThere() {
        try {
            database.withHandle(DueStore::next);
            return true;
        } catch (RuntimeException away) {
            return false;
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
