package org.tickler.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.daemon.ops.Reload;

/** The running daemon: waits until it is told to stop, and stops in order. */
public final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);
    /** What the shell says of a process that SIGTERM ended. */
    private static final int ENDED_BY_TERM = 143;

    private final List<AutoCloseable> parts;
    private final Reload reload;
    private final Systemd systemd;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** @param parts what runs, in the order in which it was started */
    Daemon(List<? extends AutoCloseable> parts, Reload reload, Systemd systemd) {
        this.parts = List.copyOf(parts);
        this.reload = reload;
        this.systemd = systemd;
    }

    /** Listens to the operating system: SIGTERM and SIGINT stop it, a second one at once; SIGHUP reads the home again. */
    public void listen() {
        Signals.on("TERM", this::stopOrEnd);
        Signals.on("INT", this::stopOrEnd);
        Signals.on("HUP", reload::run);
    }

    /** Says that it is ready, and comes back when it was told to stop. */
    public void untilStopped() throws InterruptedException {
        systemd.ready();
        stop.await();
        LOG.info("stopping: what is under way is finished first; a second signal stops at once");
        systemd.stopping();
    }

    /** Asks it to stop. */
    public void stop() {
        stop.countDown();
    }

    private void stopOrEnd() {
        if (stop.getCount() == 0) {
            LOG.warn("stopped at once; what was under way is taken up again by who comes next");
            Runtime.getRuntime().halt(ENDED_BY_TERM);
        }
        stop();
    }

    /** Stops the parts, the last started first. One that fails holds up no other. */
    @Override
    public void close() {
        for (AutoCloseable part : new ArrayList<>(parts).reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("a part of the daemon did not stop in order", e);
            }
        }
        LOG.info("stopped");
    }
}
