package org.tickler.engine.due;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tickler.engine.dispatch.Dispatcher;
import org.tickler.engine.dispatch.Outbox;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.dispatch.Ways;
import org.tickler.engine.dispatch.mail.MailCarrier;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DatabaseClock;
import org.tickler.engine.store.embedded.EmbeddedPostgres;
import org.tickler.engine.store.embedded.TestHome;
import org.tickler.engine.wake.Sweeps;
import org.tickler.engine.wake.Waker;

/** A process that sends what is due in a home's embedded database, until it is told to end or killed. */
public final class DispatchingMain {
    private static final Duration SHORT_LEASE = Duration.ofSeconds(3);

    private DispatchingMain() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        int mailPort = Integer.parseInt(arguments[1]);
        try (EmbeddedPostgres postgres = TestHome.joinAt(data);
                Database database = Database.open(postgres.address())) {
            DatabaseClock clock = new DatabaseClock(database);
            try (MailCarrier mail = PostOffice.mail(mailPort, clock)) {
                Ways ways = Ways.of(List.of(mail), new Outbox(data.resolve("outbox")));
                String node = "node-" + ProcessHandle.current().pid();
                Dispatcher dispatcher = PostOffice.dispatcher(database, clock, node, ways);
                DueSweep due = new DueSweep(new Claimer(database, clock, SHORT_LEASE, 500), dispatcher::dispatch);
                Sweeps sweeps = new Sweeps(List.of(new Sweeps.Step("due", Duration.ofMillis(500), due::run)));
                try (Waker waker = Waker.start(sweeps)) {
                    System.out.println("dispatching");
                    waker.nudge("due");
                    System.in.read();
                    due.stop();
                    dispatcher.stop();
                }
            }
        }
    }
}
