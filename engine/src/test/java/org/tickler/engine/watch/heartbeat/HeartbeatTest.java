package org.tickler.engine.watch.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.dispatch.Ways;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.HeartbeatStore;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.StatusStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.rules.firm.Channel;

/** A monitor that listens on a socket, and a daemon parts of which die. */
class HeartbeatTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(PlanFixture.KNOWN);
    private final Mailbox mailbox = Mailbox.open();
    private final List<String> pings = new CopyOnWriteArrayList<>();
    private int answer = 200;
    private Map<String, Duration> late = Map.of();
    private HttpServer server;
    private Database database;
    private Ways ways;
    private Heartbeat heartbeat;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            pings.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestBody().readAllBytes().length);
            if (answer == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        PlanFixture firm = new PlanFixture(tests);
        database = firm.database();
        Samples.store(database, Samples.hearing());
        ways = PostOffice.byMail(mailbox.port(), clock, home);
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ping/secret");
        heartbeat = new Heartbeat(
                database, clock, firm.books(), new Heartbeat.Monitor(url, FIVE_MINUTES, Channel.EMAIL), () -> late);
    }

    @AfterEach
    void close() {
        heartbeat.close();
        server.stop(0);
        mailbox.close();
    }

    @Test
    void tellsTheMonitorAtItsPaceOnceASyntheticReminderWentThrough() {
        for (int minute = 0; minute < 16; minute++) {
            minutePasses();
        }
        assertThat(pings).hasSize(3).allMatch("GET /ping/secret 0"::equals);
        assertThat(beat().outcome()).isEqualTo("all is well");
        assertThat(mailbox.mails()).as("nobody is mailed").isEmpty();
        assertThat(database.withHandle(StatusStore::states)).isEmpty();
        assertThat(database.withHandle(StatusStore::attempts)).isEmpty();
        assertThat(PostOffice.count(database, "attempt")).isGreaterThanOrEqualTo(3);
        assertThat(PostOffice.count(database, "audit WHERE act = 'sent'")).isZero();
        assertThat(database.withHandle(handle ->
                                NodeStore.overdue(handle, clock.instant().plusSeconds(3600)))
                        .reminders())
                .isZero();
    }

    @Test
    void stopsWhenTheSweepOfWhatIsDueDies() {
        minutePasses();
        minutePasses();
        assertThat(pings).hasSize(1);
        for (int minute = 0; minute < 30; minute++) {
            clock.advance(Duration.ofMinutes(1));
            heartbeat.sweep();
        }
        assertThat(pings).hasSize(1);
        assertThat(beat().outcome()).isEqualTo("withheld: the synthetic reminder has not gone through: it is planned");
        minutePasses();
        minutePasses();
        assertThat(pings).as("it goes on when the sweep does").hasSize(2);
    }

    @Test
    void stopsWhileTheSyntheticReminderFails() {
        minutePasses();
        minutePasses();
        for (int minute = 0; minute < 20; minute++) {
            clock.advance(Duration.ofMinutes(1));
            heartbeat.sweep();
            database.inTransaction(handle ->
                    handle.execute("UPDATE reminder SET state = 'failed' WHERE synthetic AND state = 'planned'"));
        }
        assertThat(pings).hasSize(1);
        assertThat(beat().outcome()).startsWith("withheld: the synthetic reminder is failed");
    }

    @Test
    void stopsWhileAnotherStepIsLateOrSomethingIsDueAndUnsent() {
        late = Map.of("escalate", Duration.ofSeconds(90));
        minutePasses();
        minutePasses();
        assertThat(pings).isEmpty();
        assertThat(beat().outcome()).isEqualTo("withheld: step escalate was not swept for 90 s");
        late = Map.of();
        PostOffice.plan(
                database,
                PostOffice.telling(
                        Samples.hearing(), "rung", Samples.JLIN, clock.instant().minus(Duration.ofMinutes(6))));
        clock.advance(Duration.ofMinutes(1));
        heartbeat.sweep();
        assertThat(pings).isEmpty();
        assertThat(beat().outcome()).isEqualTo("withheld: 1 reminders are due and lie with nobody");
    }

    @Test
    void stopsWhenNoNightWasProvedForLong() {
        clock.advance(Duration.ofHours(27));
        minutePasses();
        minutePasses();
        assertThat(pings).isEmpty();
        assertThat(beat().outcome()).isEqualTo("withheld: the last coverage proof is older than 26 h");
    }

    @Test
    void saysNoMoreThanThatThePingFailedAndFollowsNoRedirect() {
        answer = 302;
        minutePasses();
        minutePasses();
        assertThat(pings).isNotEmpty().allMatch("GET /ping/secret 0"::equals);
        assertThat(beat().outcome())
                .isEqualTo("failed: the monitor at 127.0.0.1 answered with 302; redirects are not followed");
        assertThat(beat().pinged()).isEmpty();
        assertThat(PostOffice.count(database, "ask WHERE rung <> 'synthetic'")).isZero();
        answer = 200;
        minutePasses();
        assertThat(beat().outcome()).isEqualTo("all is well");
    }

    private HeartbeatStore.Beat beat() {
        return database.withHandle(HeartbeatStore::find).orElseThrow();
    }

    /** What the daemon's steps do within a minute. */
    private void minutePasses() {
        heartbeat.sweep();
        PostOffice.sweep(database, clock, ways).run();
        clock.advance(Duration.ofSeconds(3));
        heartbeat.sweep();
        clock.advance(Duration.ofSeconds(57));
    }
}
