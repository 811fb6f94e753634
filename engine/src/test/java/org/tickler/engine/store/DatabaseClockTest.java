package org.tickler.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatabaseClockTest {

    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    @Test
    void tellsTheDatabasesTime() {
        DatabaseClock clock = new DatabaseClock(TESTS.database());

        Instant database = TESTS.database()
                .withHandle(handle -> handle.createQuery("SELECT clock_timestamp()")
                        .mapTo(Instant.class)
                        .one());

        assertThat(clock.instant()).isCloseTo(database, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void standsStillWhileTheDatabaseIsBehind() {
        Skew skew = new Skew();
        DatabaseClock clock = new DatabaseClock(skew::ask);
        Instant before = clock.instant();

        skew.by = Duration.ofHours(-1);
        DatabaseClock.Measured measured = clock.measure();

        assertThat(measured.taken()).isTrue();
        assertThat(measured.drift()).isCloseTo(Duration.ofHours(-1), Duration.ofSeconds(30));
        assertThat(clock.instant()).isAfterOrEqualTo(before).isBefore(before.plusSeconds(60));
        assertThat(clock.instant()).isEqualTo(clock.instant());
    }

    @Test
    void followsTheDatabaseForward() {
        Skew skew = new Skew();
        DatabaseClock clock = new DatabaseClock(skew::ask);
        Instant before = clock.instant();

        skew.by = Duration.ofHours(1);
        assertThat(clock.instant()).isBefore(before.plusSeconds(60));
        clock.measure();

        assertThat(clock.instant()).isAfter(before.plus(Duration.ofMinutes(59)));
    }

    @Test
    void neverGoesBackwardsForAnyOfManyReaders() throws Exception {
        Skew skew = new Skew();
        DatabaseClock clock = new DatabaseClock(skew::ask);
        List<Callable<List<Instant>>> readers = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            readers.add(() -> readings(clock, skew));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Instant>> read : threads.invokeAll(readers)) {
                assertThat(read.get()).isSorted();
            }
        }
    }

    private static List<Instant> readings(DatabaseClock clock, Skew skew) {
        List<Instant> read = new ArrayList<>();
        for (int round = 0; round < 2_000; round++) {
            if (round % 100 == 0) {
                skew.by = Duration.ofSeconds(round % 200 == 0 ? -5 : 5);
                clock.measure();
            }
            read.add(clock.instant());
        }
        return read;
    }

    /// A database whose clock somebody sets.
    private static final class Skew {

        private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

        private final long began = System.nanoTime();
        private volatile Duration by = Duration.ZERO;

        Instant ask() {
            return START.plusNanos(System.nanoTime() - began).plus(by);
        }
    }
}
