package org.tickler.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The database's clock, so that all nodes of a firm agree what time it is. Between measurements it runs by this
/// machine's stopwatch, which no change of its wall clock touches. Safe for many threads.
///
/// It never goes backwards: where a measurement says that it is ahead, it stands still until the database has caught
/// up.
public final class DatabaseClock implements InstantSource {

    /// A slower answer says too little about the moment it was given.
    private static final Duration SLOWEST = Duration.ofSeconds(1);

    private final Supplier<Instant> server;
    private final AtomicReference<Sample> sample;
    private final AtomicReference<Instant> latest;

    /// The clock of a database, measured once.
    public DatabaseClock(Database database) {
        this(() -> database.withHandle(handle -> handle.createQuery("SELECT clock_timestamp()")
                .mapTo(Instant.class)
                .one()));
    }

    DatabaseClock(Supplier<Instant> server) {
        this.server = server;
        Sample first = ask();
        this.sample = new AtomicReference<>(first);
        this.latest = new AtomicReference<>(first.at());
    }

    /// Now, as the database has it; never earlier than any instant that this clock has given before.
    @Override
    public Instant instant() {
        Instant now = sample.get().now();
        return Objects.requireNonNull(latest.accumulateAndGet(now, DatabaseClock::later));
    }

    /// Asks the database for the time. To be called at each sweep.
    ///
    /// @return how the clock ran since it was last asked, and whether the answer was taken
    public Measured measure() {
        Sample before = sample.get();
        Sample answer = ask();
        Duration drift = Duration.between(before.at().plusNanos(answer.nanos() - before.nanos()), answer.at());
        boolean taken = answer.roundTrip().compareTo(SLOWEST) <= 0;
        if (taken) {
            sample.set(answer);
        }
        return new Measured(drift, answer.roundTrip(), taken);
    }

    private Sample ask() {
        long asked = System.nanoTime();
        Instant at = server.get();
        long roundTrip = System.nanoTime() - asked;
        return new Sample(at, asked + roundTrip / 2, Duration.ofNanos(roundTrip));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// What one measurement found.
    ///
    /// @param drift how far the database was ahead of what this clock believed; negative if behind
    /// @param roundTrip how long the answer took; the clock is wrong by no more than half of it
    /// @param taken false where the answer was too slow to be worth more than the one before
    public record Measured(Duration drift, Duration roundTrip, boolean taken) {}

    /// The database's time at one reading of the stopwatch, the middle of the round trip.
    private record Sample(Instant at, long nanos, Duration roundTrip) {

        Instant now() {
            return at.plusNanos(System.nanoTime() - nanos);
        }
    }
}
