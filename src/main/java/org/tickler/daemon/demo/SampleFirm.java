package org.tickler.daemon.demo;

import java.io.IOException;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.tickler.daemon.Daemon;
import org.tickler.daemon.OpenHome;
import org.tickler.daemon.Signals;
import org.tickler.daemon.Wiring;
import org.tickler.daemon.home.Home;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.Twilio;
import org.tickler.engine.trial.VirtualClock;
import org.tickler.engine.wake.Sweeps;
import org.tickler.engine.wake.Waker;
import org.tickler.rules.firm.Person;

/** The sample firm: the shipped daemon in a home for the time being, with a mailbox and phones on this machine. */
final class SampleFirm implements AutoCloseable {
    private static final String ACCOUNT = "AC00000000000000000000000000000000";
    private static final String TOKEN = "a-token-for-trials";
    private static final int ENDED_BY_INT = 130;
    private static final int ENDED_BY_TERM = 143;
    private static final String NUMBER = "+12125550100";
    /** A Monday morning, before the office opens. */
    static final ZonedDateTime START = ZonedDateTime.parse("2026-03-02T08:30:00-05:00[America/New_York]");

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final VirtualClock clock = new VirtualClock(START.toInstant());
    private final Mailbox mailbox = Mailbox.open();
    private final Twilio twilio = Twilio.start(ACCOUNT, TOKEN, clock);
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicReference<Sweeps> sweeps = new AtomicReference<>();
    private final Home home;
    private final OpenHome open;
    private final Daemon daemon;

    private SampleFirm() throws IOException {
        Signals.on("TERM", () -> told.set(ENDED_BY_TERM));
        Signals.on("INT", () -> told.set(ENDED_BY_INT));
        parts.add(mailbox);
        parts.add(twilio);
        String port = SampleHome.freePort();
        this.home = SampleHome.write(
                Map.of(
                        "mail-port", Integer.toString(mailbox.port()),
                        "twilio", twilio.baseUrl().toString(),
                        "http-port", port,
                        "ops-port", SampleHome.freePort()),
                TOKEN);
        parts.add(() -> SampleHome.remove(home));
        this.open = Wiring.open(home, Map.of(), database -> clock);
        parts.add(open);
        this.daemon = Wiring.serve(open, steps -> {
            sweeps.set(steps);
            return () -> {};
        });
        parts.add(daemon);
        URI publicUrl = open.settings().http().publicUrl();
        twilio.hooks(NUMBER, publicUrl, publicUrl);
        twilio.keepQuiet();
    }

    static SampleFirm open() throws IOException {
        return new SampleFirm();
    }

    VirtualClock clock() {
        return clock;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Twilio twilio() {
        return twilio;
    }

    Home home() {
        return home;
    }

    OpenHome opened() {
        return open;
    }

    /** The steps as the daemon has them; nobody wakes them but the story. */
    Sweeps sweeps() {
        return Objects.requireNonNull(sweeps.get());
    }

    /** Who has this address or number. */
    String name(String address) {
        return open.engine().people().all().stream()
                .filter(person -> person.reach().email().equals(Optional.of(address))
                        || person.reach().mobile().equals(Optional.of(address)))
                .findFirst()
                .map(Person::name)
                .orElse(address);
    }

    /** What the shell says of a process that was ended as this one is to be; 0 while nobody wants its end. */
    int endedBy() {
        return told.get();
    }

    /** From now on the clock runs, and the steps are woken as in any daemon. Says where what is sent can be read. */
    URI goOn() {
        MailboxPage page = MailboxPage.open(mailbox, twilio, this::name);
        parts.add(page);
        clock.run();
        parts.add(Waker.start(sweeps()));
        return page.uri();
    }

    /** Comes back when it is told to stop. */
    void untilStopped() throws InterruptedException {
        daemon.listen();
        if (endedBy() == 0) {
            daemon.untilStopped();
        }
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("the sample firm did not close in order: " + e, e);
            }
        }
    }
}
