package org.tickler.engine.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;

/** What others got wrong when a scheduler was down over the minute in which something was due. */
class DownOverTheDueMinuteTest {
    private static final Instant WEEK_BEFORE = Instant.parse("2026-03-05T14:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(WEEK_BEFORE);
    private final Mailbox mailbox = Mailbox.open();
    private Database database;

    @BeforeEach
    void plan() {
        database = tests.database();
        Samples.store(database, Samples.hearing());
        PostOffice.plan(database, PostOffice.telling(Samples.hearing(), "rung", Samples.JLIN, WEEK_BEFORE));
        clock.advance(Duration.ofMinutes(40));
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void theNoticeGoesOutOnceAtStartAndSaysThatItIsLate() {
        sweep("one");
        sweep("one");
        assertThat(mailbox.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("late"));
        assertThat(PostOffice.texts(database, "SELECT state FROM reminder")).containsExactly("sent");
    }

    @Test
    void twoNodesThatStartAtOnceSendItOnce() throws Exception {
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> both = List.of(() -> sweep("one"), () -> sweep("two"));
            int claimed = 0;
            for (Future<Integer> one : nodes.invokeAll(both)) {
                claimed += one.get();
            }
            assertThat(claimed).isEqualTo(1);
        }
        assertThat(mailbox.mails()).hasSize(1);
        assertThat(PostOffice.count(database, "attempt")).isEqualTo(1);
    }

    private int sweep(String node) {
        return new DueSweep(
                        new Claimer(database, clock),
                        PostOffice.dispatcher(database, clock, node, PostOffice.byMail(mailbox.port(), clock, home))
                                ::dispatch)
                .run();
    }
}
