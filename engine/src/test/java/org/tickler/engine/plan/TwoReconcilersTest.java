package org.tickler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.remind.Purpose;

class TwoReconcilersTest {
    private static final Instant KNOWN = PlanFixture.KNOWN;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void makeOneScheduleOfTheSameMatters() throws Exception {
        PlanFixture firm = new PlanFixture(tests);
        List<MatterId> ids = firm.storeMany(60);
        try (Database second = Database.open(tests.address());
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Reconciler other = new Reconciler(second, new BookKeeper(second), HoldLimits.USUAL);
            CountDownLatch together = new CountDownLatch(2);
            Future<Outcome> one = threads.submit(() -> {
                together.countDown();
                together.await();
                return firm.reconciler().reconcile(ids, PlanFixture.CAUSE, KNOWN);
            });
            Future<Outcome> two = threads.submit(() -> {
                together.countDown();
                together.await();
                return other.reconcile(ids.reversed(), PlanFixture.CAUSE, KNOWN.plus(Duration.ofSeconds(1)));
            });
            int added = one.get().counts().added() + two.get().counts().added();
            assertThat(added).isEqualTo(reminders(firm, ids));
            assertThat(one.get().changed() + two.get().changed()).isEqualTo(ids.size());
        }
        List<String> before = firm.versions();
        firm.reconciler().reconcile(ids, PlanFixture.CAUSE, KNOWN.plus(Duration.ofSeconds(2)));
        assertThat(firm.versions()).isEqualTo(before);
        assertThat(firm.reminders(Samples.ACME_V_BOLT)).isEmpty();
    }

    @Test
    void whoIsBeingToldInTheMiddleOfAMoveHearsOfIt() throws Exception {
        PlanFixture firm = new PlanFixture(tests);
        Samples.store(tests.database(), Samples.hearing());
        firm.reconcile(KNOWN);
        Instant later = KNOWN.plus(Duration.ofDays(20));
        Entry moved = Samples.hearing()
                .withWhen(
                        new When.Timed(Samples.THU_2026_03_12.plusDays(14), Optional.empty(), Samples.NEW_YORK),
                        new Revision(2, later));
        firm.change(moved, Change.Cause.MOVED, later);
        try (Database claimer = Database.open(tests.address());
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Outcome> reconciled = claimer.inTransaction(handle -> {
                handle.execute("UPDATE reminder SET state = 'sending' WHERE purpose = 'rung' AND due_at <= ?", KNOWN);
                Future<Outcome> waiting = threads.submit(() -> firm.reconcile(later));
                await().until(() -> waitsForALock(tests.database()));
                return waiting;
            });
            reconciled.get();
        }
        assertThat(firm.reminders(Purpose.MOVED))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.planned().to()).isEqualTo(Samples.JLIN));
    }

    private static boolean waitsForALock(Database database) {
        return database.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) > 0 FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'""").mapTo(Boolean.class).one());
    }

    private static int reminders(PlanFixture firm, List<MatterId> ids) {
        return ids.stream().mapToInt(id -> firm.reminders(id).size()).sum();
    }
}
