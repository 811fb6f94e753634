package org.tickler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.MatterId;

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

    private static int reminders(PlanFixture firm, List<MatterId> ids) {
        return ids.stream().mapToInt(id -> firm.reminders(id).size()).sum();
    }
}
