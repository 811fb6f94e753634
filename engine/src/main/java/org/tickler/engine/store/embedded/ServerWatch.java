package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the server while we use it: one that died is started again, and its log is kept short.
final class ServerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Server server;
    private final Revival revival;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    /// @param revival how to start the server again
    ServerWatch(Server server, Revival revival) {
        this.server = server;
        this.revival = revival;
        this.thread = Thread.ofVirtual().name("embedded-database-watch").start(this::watch);
    }

    /// Ends the watch, and waits until a revival under way is over.
    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        Duration pause = LOOK;
        try {
            while (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look() || pause.compareTo(LONGEST_PAUSE) >= 0 ? LOOK : pause.multipliedBy(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the server runs when this returns, as far as is known.
    private boolean look() {
        try {
            if (!server.isAlive()) {
                LOG.error("the embedded database died; starting it again");
                revival.run();
                LOG.info("the embedded database runs again");
            }
            server.log().cutIfLong();
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error("the embedded database could not be started again: {}", e.getMessage());
            return false;
        }
    }

    /// Starts the server again.
    interface Revival {
        void run() throws IOException;
    }
}
