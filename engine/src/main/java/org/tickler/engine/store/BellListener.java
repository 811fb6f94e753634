package org.tickler.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears the [Bell] whoever rings it, in this process or another. A ring may be lost while a connection is away:
/// whoever
/// listens also looks from time to time.
public final class BellListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BellListener.class);
    private static final int WAIT_MILLIS = 500;
    private static final long PAUSE_MILLIS = 2_000;

    private final Database database;
    private final Runnable heard;
    private final Thread listening;
    private volatile boolean closed;

    private BellListener(Database database, Runnable heard) {
        this.database = database;
        this.heard = heard;
        this.listening = Thread.ofPlatform().daemon().name("bell").unstarted(this::listen);
    }

    /// Calls `heard` on a thread of its own after rings, and each time that listening began, until closed.
    /// What `heard` throws is logged. Several rings at once are one call.
    public static BellListener listen(Database database, Runnable heard) {
        BellListener listener = new BellListener(database, heard);
        listener.listening.start();
        return listener;
    }

    /// Hears no more. Returns when the last call of `heard` has ended, or after five seconds.
    @Override
    public void close() {
        closed = true;
        listening.interrupt();
        try {
            listening.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = database.ownConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("LISTEN " + Bell.CHANNEL);
                }
                call();
                PGConnection listener = connection.unwrap(PGConnection.class);
                while (!closed) {
                    PGNotification[] rings = listener.getNotifications(WAIT_MILLIS);
                    if (rings != null && rings.length > 0) {
                        call();
                    }
                }
            } catch (SQLException | StoreUnavailable e) {
                LOG.debug("the bell is deaf for a while: {}", e.getMessage());
                pause();
            }
        }
    }

    private void call() {
        try {
            heard.run();
        } catch (RuntimeException e) {
            LOG.warn("what was to follow a ring of the bell failed: {}", e.getMessage());
        }
    }

    private void pause() {
        if (closed) {
            return;
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            // only close() interrupts, and the loop looks whether it did
            LOG.trace("woken to close");
        }
    }
}
