package org.tickler.daemon.demo;

import java.io.IOException;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.tickler.daemon.Daemon;
import org.tickler.daemon.OpenHome;
import org.tickler.daemon.Wiring;
import org.tickler.daemon.home.Home;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.Twilio;
import org.tickler.engine.trial.VirtualClock;
import org.tickler.engine.wake.Sweeps;
import org.tickler.engine.wake.Waker;

/** The sample firm: the shipped daemon in a home for the time being, with a mailbox and phones on this machine. */
final class SampleFirm implements AutoCloseable {
    private static final String ACCOUNT = "AC00000000000000000000000000000000";
    private static final String TOKEN = "a-token-for-trials";
    private static final String NUMBER = "+12125550100";
    /** A Monday morning, before the office opens. */
    static final ZonedDateTime START = ZonedDateTime.parse("2026-03-02T08:30:00-05:00[America/New_York]");

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final VirtualClock clock = new VirtualClock(START.toInstant());
    private final Mailbox mailbox = Mailbox.open();
    private final Twilio twilio = Twilio.start(ACCOUNT, TOKEN, clock);
    private final AtomicReference<Sweeps> sweeps = new AtomicReference<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Home home;
    private final OpenHome open;
    private final Daemon daemon;

    private SampleFirm() throws IOException {
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

    /** Where a person can look, by what is there. */
    Map<String, String> addresses() {
        return addresses;
    }

    /** From now on the clock runs, and the steps are woken as in any daemon. */
    Daemon keepRunning() {
        clock.run();
        MailboxPage page = MailboxPage.open(mailbox, twilio);
        parts.add(page);
        addresses.put("mailbox    ", page.uri().toString());
        parts.add(Waker.start(sweeps()));
        return daemon;
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
