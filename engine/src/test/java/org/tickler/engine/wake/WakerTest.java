package org.tickler.engine.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.TestDatabase;

class WakerTest {
    private static final Duration FAST = Duration.ofMillis(100);
    private static final Duration SELDOM = Duration.ofHours(1);

    @Test
    void wakesEachStepAtOnceAndAgain() {
        AtomicInteger wakes = new AtomicInteger();
        try (Waker waker = Waker.start(sweeps(FAST, wakes::incrementAndGet))) {
            await().until(() -> wakes.get() > 2);
            assertThat(waker).isNotNull();
        }
        int after = wakes.get();
        await().during(Duration.ofMillis(300)).until(() -> wakes.get() == after);
    }

    @Test
    void wakesAStepEarlyWhenNudged() {
        AtomicInteger wakes = new AtomicInteger();
        try (Waker waker = Waker.start(sweeps(SELDOM, wakes::incrementAndGet))) {
            await().until(() -> wakes.get() == 1);
            waker.nudge("due");
            await().until(() -> wakes.get() == 2);
        }
    }

    @Test
    void wakesAStepEarlyWhenRowsChangedInAnotherProcess() {
        AtomicInteger wakes = new AtomicInteger();
        try (TestDatabase tests = TestDatabase.open();
                Database another = Database.open(tests.address());
                Waker waker =
                        Waker.start(sweeps(SELDOM, wakes::incrementAndGet)).onRing(tests.database(), List.of("due"))) {
            assertThat(waker).isNotNull();
            await().until(() -> {
                another.inTransaction(handle -> {
                    MatterStore.touch(handle, List.of(Samples.ACME_V_BOLT));
                    return handle;
                });
                return wakes.get() > 3;
            });
        }
    }

    @Test
    void neverSweepsAStepTwiceAtOnceAndLetsNoOtherWait() {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        Sweeps sweeps = new Sweeps(List.of(
                new Sweeps.Step("due", FAST, () -> {
                    inside.incrementAndGet();
                    awaitQuietly(hanging);
                }),
                new Sweeps.Step("feed", FAST, others::incrementAndGet)));
        try (Waker waker = Waker.start(sweeps)) {
            await().until(() -> others.get() > 3);
            waker.nudge("due");
            await().until(() -> others.get() > 6);
            assertThat(inside).hasValue(1);
            hanging.countDown();
        }
    }

    @Test
    void goesOnAfterAFailure() {
        AtomicInteger wakes = new AtomicInteger();
        try (Waker waker = Waker.start(sweeps(FAST, () -> {
            if (wakes.incrementAndGet() < 3) {
                throw new IllegalStateException("the database is away");
            }
        }))) {
            await().until(() -> wakes.get() > 4);
            assertThat(waker).isNotNull();
        }
    }

    @Test
    void watchdogFindsNothingToReportWhileStepsAreSwept() {
        List<Map<String, Duration>> looks = new CopyOnWriteArrayList<>();
        Sweeps sweeps = sweeps(SELDOM, () -> {});
        try (Watchdog watchdog = Watchdog.start(sweeps, Duration.ofMillis(20), looks::add)) {
            await().until(() -> looks.size() > 2);
            assertThat(looks).allMatch(Map::isEmpty);
            assertThat(watchdog).isNotNull();
        }
    }

    private static Sweeps sweeps(Duration every, Runnable sweep) {
        return new Sweeps(List.of(new Sweeps.Step("due", every, sweep)));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
