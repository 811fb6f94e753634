package org.tickler.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.due.Claimer;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;

class WatchTest {
    private static final Instant WEEK_BEFORE = Instant.parse("2026-03-05T14:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final SettableClock clock = new SettableClock(WEEK_BEFORE);
    private Database database;
    private Watch watch;

    @BeforeEach
    void store() {
        database = tests.database();
        Samples.store(database, Samples.hearing());
        BookKeeper books = new BookKeeper(database);
        books.activate(Samples.book(), "rdiaz", WEEK_BEFORE);
        watch = new Watch(database, clock, books, new NodeStore.Node("one", "0.1.0", "2026a"));
    }

    @Test
    void findsNothingOverdueWhereNothingIs() {
        watch.sweep();
        assertThat(watch.latest().orElseThrow().overdue().reminders()).isZero();
        assertThat(watch.latest().orElseThrow().overdueFor(WEEK_BEFORE)).isZero();
    }

    @Test
    void countsWhatIsDueAndLiesWithNobody() {
        PostOffice.plan(database, PostOffice.telling(Samples.hearing(), "rung", Samples.JLIN, WEEK_BEFORE));
        clock.advance(Duration.ofMinutes(10));
        watch.sweep();
        Health health = watch.latest().orElseThrow();
        assertThat(health.overdue().reminders()).isEqualTo(1);
        assertThat(health.overdueFor(clock.instant())).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void countsWhatALostProcessHadOnceItsTimeIsUp() {
        PostOffice.plan(database, PostOffice.telling(Samples.hearing(), "rung", Samples.JLIN, WEEK_BEFORE));
        new Claimer(database, clock).claim(Channel.EMAIL);
        watch.sweep();
        assertThat(watch.latest().orElseThrow().overdue().abandoned()).isZero();
        clock.advance(Duration.ofMinutes(1));
        watch.sweep();
        assertThat(watch.latest().orElseThrow().overdue().abandoned()).isEqualTo(1);
    }

    @Test
    void tellsTheLastResortOnceThatAChannelIsDown() {
        database.inTransaction(handle -> IncidentStore.begin(handle, Channel.EMAIL, "nobody answers", WEEK_BEFORE));
        watch.sweep();
        watch.sweep();
        assertThat(PostOffice.row(database, "SELECT recipient, channel, purpose, why FROM reminder"))
                .containsEntry("recipient", "rdiaz")
                .containsEntry("channel", "sms")
                .containsEntry("purpose", "alarm")
                .containsEntry(
                        "why",
                        "E-mail is down since Thu, Mar 5, 9:00 AM EST: nobody answers. Reminders wait for it,"
                                + " or go by other channels where they cannot wait.");
    }

    @Test
    void seesProcessesThatComputeWithOtherZoneData() {
        watch.sweep();
        database.inTransaction(handle -> {
            NodeStore.seen(handle, new NodeStore.Node("two", "0.1.0", "2025a"), WEEK_BEFORE);
            return null;
        });
        watch.sweep();
        assertThat(watch.latest().orElseThrow().tzdbs()).containsExactlyInAnyOrder("2025a", "2026a");
    }
}
