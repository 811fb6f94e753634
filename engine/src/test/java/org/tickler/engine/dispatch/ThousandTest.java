package org.tickler.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.SettableClock;
import org.tickler.engine.due.DueSweep;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;

class ThousandTest {
    private static final int MANY = 1000;
    private static final Instant NINE = Instant.parse("2026-03-05T14:00:00Z");

    private static final int CONNECTIONS = 4;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CyclicBarrier firstOfEachConnection = new CyclicBarrier(CONNECTIONS);

    @Test
    void tellsAThousandPeopleInOnePassEachOnce(TestReporter reporter) {
        SettableClock clock = new SettableClock(NINE);
        Crowd.gather(tests.database(), MANY, NINE, true);
        try (Mailbox mailbox = Mailbox.open(0, this::underWay)) {
            long began = System.nanoTime();
            DueSweep sweep = PostOffice.sweep(tests.database(), clock, PostOffice.byMail(mailbox.port(), clock, home));
            int passed = sweep.run();
            double seconds = (System.nanoTime() - began) / 1e9;
            reporter.publishEntry("messages a second", String.valueOf(Math.round(MANY / seconds)));
            assertThat(passed).isEqualTo(MANY);
            assertThat(sweep.run()).isZero();
            assertThat(mostAtOnce).hasValue(CONNECTIONS);
            assertThat(mailbox.connections()).isBetween(MANY / 50, MANY / 50 + CONNECTIONS);
            List<ReceivedMail> mails = mailbox.mails();
            assertThat(mails).hasSize(MANY);
            assertThat(mails.stream().map(mail -> mail.to().getFirst()).distinct())
                    .hasSize(MANY);
            assertThat(mails.stream()
                            .map(mail -> mail.header("Message-ID").orElseThrow())
                            .distinct())
                    .hasSize(MANY);
        }
        assertThat(PostOffice.count(
                        tests.database(), "reminder WHERE state = 'sent' AND NOT possible_duplicate AND tries = 1"))
                .isEqualTo(MANY);
        assertThat(PostOffice.count(tests.database(), "attempt WHERE outcome = 'accepted'"))
                .isEqualTo(MANY);
    }

    /** A message is there and not taken yet: the first ones wait for each other, to show that they travel side by side. */
    private void underWay(ReceivedMail mail) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            if (came.incrementAndGet() <= CONNECTIONS) {
                firstOfEachConnection.await(30, TimeUnit.SECONDS);
            }
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError(e);
        } finally {
            atOnce.decrementAndGet();
        }
    }
}
