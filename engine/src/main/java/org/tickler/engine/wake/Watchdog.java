package org.tickler.engine.wake;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices, on a thread of its own and without Quartz, that a step is no longer swept. */
public final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private final Sweeps sweeps;
    private final Consumer<Map<String, Duration>> look;
    private final Duration every;
    private final Thread thread;

    private Watchdog(Sweeps sweeps, Duration every, Consumer<Map<String, Duration>> look) {
        this.sweeps = sweeps;
        this.every = every;
        this.look = look;
        this.thread = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::watch);
    }

    /**
     * Starts looking.
     *
     * @param look told at every look of the steps that are late, each with how long it was not swept; empty: all is well,
     *     and whoever waits for a sign of life may be given one
     */
    public static Watchdog start(Sweeps sweeps, Duration every, Consumer<Map<String, Duration>> look) {
        Watchdog watchdog = new Watchdog(sweeps, every, look);
        watchdog.thread.start();
        return watchdog;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Map<String, Duration> late = sweeps.late();
                late.forEach((step, since) -> LOG.error("step {} was not swept for {} s", step, since.toSeconds()));
                look.accept(late);
                Thread.sleep(every);
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the watchdog could not report", e);
            }
        }
    }
}
