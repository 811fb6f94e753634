package org.tickler.daemon.month;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.tickler.daemon.FreePort;
import org.tickler.daemon.OpenHome;
import org.tickler.daemon.Wiring;
import org.tickler.daemon.home.Home;
import org.tickler.daemon.virtual.VirtualDays;
import org.tickler.engine.Engine;
import org.tickler.engine.store.Credentials;
import org.tickler.engine.store.DatabaseAddress;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.Twilio;
import org.tickler.engine.trial.TwilioText;
import org.tickler.engine.trial.VirtualClock;
import org.tickler.engine.wake.Sweeps;

/** A firm: its home as files, the shipped daemon on a virtual clock, its mail server and its phones. */
final class VirtualFirm implements AutoCloseable {
    private static final String ACCOUNT = "AC00000000000000000000000000000000";
    private static final String TOKEN = "a-token-for-trials";
    private static final String NUMBER = "+12125550100";
    private static final int ROUNDS = 12;
    /** No message comes of these. */
    private static final Set<String> SELDOM = Set.of("feed", "audit", "webhook", "probe");

    private static final int SELDOM_IS = 5;

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final VirtualClock clock;
    private final List<Long> mailedAt = Collections.synchronizedList(new ArrayList<>());
    private final Mailbox mailbox = Mailbox.open(0, mail -> mailedAt.add(System.nanoTime()));
    private final Twilio twilio;
    private final Home home;
    private final OpenHome open;
    private final Received received;
    private final VirtualDays days;
    private int reported;
    private int rounds;

    /** @param files of its home, by name; ports stand in braces in them */
    VirtualFirm(Path folder, DatabaseAddress database, Instant start, Map<String, String> files) throws IOException {
        clock = new VirtualClock(start);
        twilio = Twilio.start(ACCOUNT, TOKEN, clock);
        parts.add(mailbox);
        parts.add(twilio);
        home = new Home(write(folder, database, files));
        AtomicReference<Sweeps> sweeps = new AtomicReference<>();
        open = Wiring.open(home, Map.of(), ignored -> clock);
        parts.add(open);
        parts.add(Wiring.serve(open, steps -> {
            sweeps.set(steps);
            return () -> {};
        }));
        URI publicUrl = open.settings().http().publicUrl();
        twilio.hooks(NUMBER, publicUrl, publicUrl);
        twilio.keepQuiet();
        received = new Received(open.database(), mailbox, twilio);
        days = new VirtualDays(open.database(), clock, Objects.requireNonNull(sweeps.get()), new Witness(), ROUNDS);
    }

    /** Looks on, as the telephone company, and as whoever notes what comes. */
    private final class Witness implements VirtualDays.Witness {
        @Override
        public Predicate<String> wakes() {
            return step -> !SELDOM.contains(step) || rounds % SELDOM_IS == 0;
        }

        @Override
        public void afterStep() {
            received.note(clock.instant());
            List<TwilioText> texts = twilio.texts();
            for (; reported < texts.size(); reported++) {
                twilio.report(texts.get(reported).sid(), "sent", 0);
                twilio.report(texts.get(reported).sid(), "delivered", 0);
            }
        }

        @Override
        public void afterRound() {
            rounds++;
            received.note(clock.instant());
        }
    }

    /** Lives until {@code end}, inclusive of what is due at that instant. */
    void until(Instant end) {
        days.until(end);
    }

    /** What came of a happening is done at once. */
    void settle() {
        days.settled();
    }

    Engine engine() {
        return open.engine();
    }

    OpenHome opened() {
        return open;
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

    /** When each mail came, in nanoseconds of the machine's own time. */
    List<Long> mailedAt() {
        return List.copyOf(mailedAt);
    }

    Received received() {
        return received;
    }

    Path file(String name) {
        return home.file(name);
    }

    private Path write(Path folder, DatabaseAddress database, Map<String, String> files) throws IOException {
        Map<String, String> places = Map.of(
                "{mail-port}", Integer.toString(mailbox.port()),
                "{twilio}", twilio.baseUrl().toString(),
                "{http-port}", Integer.toString(FreePort.find()),
                "{ops-port}", Integer.toString(FreePort.find()));
        for (String file : files.keySet()) {
            Path target = folder.resolve(file);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            String text = Objects.requireNonNull(files.get(file));
            for (Map.Entry<String, String> place : places.entrySet()) {
                text = text.replace(place.getKey(), place.getValue());
            }
            Files.writeString(target, file.equals("tickler.yaml") ? text + on(database, folder) : text);
        }
        secret(folder.resolve("sms-token"), TOKEN);
        return folder;
    }

    private static String on(DatabaseAddress database, Path folder) throws IOException {
        Credentials owner = database.owner().orElseThrow();
        secret(folder.resolve("password"), database.run().password());
        secret(folder.resolve("owner-password"), owner.password());
        return """

                database:
                  url: "%s"
                  user: %s
                  password-file: password
                  owner: %s
                  owner-password-file: owner-password
                """.formatted(database.url(), database.run().user(), owner.user());
    }

    private static void secret(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the firm did not close in order: " + e, e);
            }
        }
    }
}
