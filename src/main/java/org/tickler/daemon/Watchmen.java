package org.tickler.daemon;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tickler.daemon.ops.Metrics;
import org.tickler.daemon.settings.Settings;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DatabaseClock;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.wake.Sweeps;
import org.tickler.engine.watch.ClockSkew;
import org.tickler.engine.watch.MachineClock;
import org.tickler.engine.watch.Watch;
import org.tickler.engine.watch.drill.Drills;
import org.tickler.engine.watch.guard.GuardWatch;
import org.tickler.engine.watch.heartbeat.Heartbeat;
import org.tickler.engine.watch.proof.Nightly;
import org.tickler.rules.firm.Channel;

/** The steps that look whether all is well, of one process. */
final class Watchmen implements AutoCloseable {
    private final Database database;
    private final InstantSource clock;
    private final BookKeeper books;
    private final NodeStore.Node self;
    private final Drills drills;
    private final Optional<Heartbeat> heartbeat;

    /** @param late the steps of this process that were not swept for too long */
    Watchmen(OpenHome open, NodeStore.Node self, Supplier<Map<String, Duration>> late) {
        this.database = open.database();
        this.clock = open.clock();
        this.books = open.engine().books();
        this.self = self;
        this.drills = open.engine().drills();
        this.heartbeat = monitor(open.settings()).map(monitor -> new Heartbeat(database, clock, books, monitor, late));
    }

    /** The synthetic reminder goes by the first channel that is set up; where none is, nothing is well. */
    private static Optional<Heartbeat.Monitor> monitor(Settings settings) {
        Channel by = settings.mail().isEmpty() && settings.sms().isPresent() ? Channel.SMS : Channel.EMAIL;
        return settings.heartbeat().map(given -> new Heartbeat.Monitor(given.url(), given.every(), by));
    }

    List<Sweeps.Step> steps(Metrics metrics) {
        if (heartbeat.isEmpty()) {
            Heartbeat.forget(database);
        }
        Watch watch = new Watch(database, clock, books, self);
        List<Sweeps.Step> steps = new ArrayList<>();
        steps.add(step(metrics, "watch", Duration.ofSeconds(15), watch::sweep));
        steps.add(step(metrics, "proof", Duration.ofSeconds(30), new Nightly(database, clock, books)::sweep));
        steps.add(step(metrics, "guards", Duration.ofSeconds(30), new GuardWatch(database, clock, books)::sweep));
        steps.add(step(metrics, "drills", Duration.ofSeconds(30), drills::sweep));
        heartbeat.ifPresent(beat -> steps.add(step(metrics, "heartbeat", Duration.ofSeconds(2), beat::sweep)));
        if (clock instanceof DatabaseClock) {
            ClockSkew skew = new ClockSkew(database, books, clock, MachineClock.get(), self.id());
            metrics.clockOffset(skew::offset);
            steps.add(step(metrics, "clock", Duration.ofSeconds(30), skew::sweep));
        }
        return steps;
    }

    private static Sweeps.Step step(Metrics metrics, String name, Duration every, Runnable sweep) {
        return new Sweeps.Step(name, every, metrics.timed(name, sweep));
    }

    @Override
    public void close() {
        heartbeat.ifPresent(Heartbeat::close);
    }
}
