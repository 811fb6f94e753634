package org.tickler.engine.watch.heartbeat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.text.Words;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.AppointmentStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.HeartbeatStore;
import org.tickler.engine.store.HeartbeatStore.Beat;
import org.tickler.engine.store.HeartbeatStore.Planted;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.ProofStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.plan.ReminderState;

/**
 * Tells an outside monitor that all is well, at its pace, by one process at a time. It does so only after a synthetic
 * reminder, planned since the last time, was claimed by a sweep, led through all stages, and written down as sent; while no
 * step is late, nothing that is due lies with nobody, and the coverage proof is young. Gaps that a proof found do not stop
 * it: they are told by the alarm of their own, and a heartbeat that stops means that nobody may be telling anything.
 */
public final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final String NAME = "heartbeat";
    private static final Duration BEARABLE = Duration.ofMinutes(5);
    private static final Duration YOUNG = Duration.ofHours(26);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Database database;
    private final InstantSource clock;
    private final BookKeeper books;
    private final Monitor monitor;
    private final Ping ping;
    private final Supplier<Map<String, Duration>> late;

    /**
     * Who listens outside.
     *
     * @param by the channel by which the synthetic reminder goes, up to the last yard
     */
    public record Monitor(URI url, Duration every, Channel by) {}

    /** @param late the steps of this process that were not swept for too long */
    public Heartbeat(
            Database database,
            InstantSource clock,
            BookKeeper books,
            Monitor monitor,
            Supplier<Map<String, Duration>> late) {
        this.database = database;
        this.clock = clock;
        this.books = books;
        this.monitor = monitor;
        this.ping = new Ping(monitor.url());
        this.late = late;
    }

    /** No monitor is told any more: nothing is planned for the next time. */
    public static void forget(Database database) {
        database.inTransaction(handle -> {
            AppointmentStore.drop(handle, NAME);
            return NAME;
        });
    }

    /** Plants a synthetic reminder, or looks how far it came and tells the monitor; does nothing before its time. */
    public void sweep() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<ActiveBook> book = books.find();
        if (book.isEmpty() || !isDue(now)) {
            return;
        }
        Beat before = database.withHandle(HeartbeatStore::find).orElse(Beat.NONE);
        Optional<Planted> planted = database.withHandle(handle -> HeartbeatStore.planted(handle, monitor.by()))
                .filter(one -> isSince(one, before));
        if (planted.isEmpty() || isLost(planted.get())) {
            plant(book.get(), before, planted, now);
        } else {
            List<String> obstacles = database.withHandle(handle -> obstacles(handle, book.get(), planted.get(), now));
            if (obstacles.isEmpty()) {
                tell(before, planted.get(), now);
            } else {
                withhold(before, String.join("; ", obstacles), now);
            }
        }
    }

    private boolean isDue(Instant now) {
        return database.inTransaction(handle -> {
            AppointmentStore.ensure(handle, NAME, now);
            return AppointmentStore.take(handle, NAME, now, now.plus(AGAIN));
        });
    }

    private static boolean isSince(Planted planted, Beat before) {
        return before.planted().filter(planted.due()::equals).isPresent()
                && before.pinged().map(planted.due()::isAfter).orElse(true);
    }

    private static boolean isLost(Planted planted) {
        return switch (planted.state()) {
            case FAILED, SUPPRESSED, WITHDRAWN, HELD -> true;
            case PLANNED, SENDING, SENT, DELIVERED -> false;
        };
    }

    private void plant(ActiveBook book, Beat before, Optional<Planted> lost, Instant now) {
        Optional<Instant> due = Rehearsal.due(book, monitor.by(), now);
        String outcome = lost.map(one -> "withheld: the synthetic reminder is " + Words.of(one.state()))
                .orElse("a synthetic reminder is on its way");
        lost.ifPresent(
                one -> LOG.warn("the heartbeat is withheld: the synthetic reminder is {}", Words.of(one.state())));
        if (due.isEmpty()) {
            withhold(before, "the synthetic reminder could not be planned", now);
            return;
        }
        database.inTransaction(handle -> {
            HeartbeatStore.plant(handle, monitor.by(), book.fingerprint(), due.get());
            HeartbeatStore.put(
                    handle,
                    new Beat(
                            due,
                            lost.isPresent() ? Optional.of(now) : before.tried(),
                            before.pinged(),
                            before.latency(),
                            outcome));
            AppointmentStore.set(handle, NAME, now.plus(lost.isPresent() ? AGAIN : SOON));
            return due;
        });
    }

    private List<String> obstacles(Handle handle, ActiveBook book, Planted planted, Instant now) {
        List<String> obstacles = new ArrayList<>();
        if (planted.state() != ReminderState.SENT && planted.state() != ReminderState.DELIVERED) {
            obstacles.add("the synthetic reminder has not gone through: it is " + Words.of(planted.state()));
        }
        late.get()
                .forEach((step, since) ->
                        obstacles.add("step " + step + " was not swept for " + since.toSeconds() + " s"));
        NodeStore.Overdue overdue = NodeStore.overdue(handle, now);
        if (overdue.oldest().filter(since -> since.plus(BEARABLE).isBefore(now)).isPresent()) {
            obstacles.add(overdue.reminders() + " reminders are due and lie with nobody");
        }
        Instant proved = ProofStore.last(handle).map(ProofStore.Last::at).orElse(book.since());
        Instant known = proved.isAfter(book.since()) ? proved : book.since();
        if (known.plus(YOUNG).isBefore(now)) {
            obstacles.add("the last coverage proof is older than " + YOUNG.toHours() + " h");
        }
        return obstacles;
    }

    private void withhold(Beat before, String why, Instant now) {
        String outcome = "withheld: " + why;
        boolean young =
                before.planted().filter(due -> due.plus(AGAIN).isAfter(now)).isPresent();
        if (!outcome.equals(before.outcome()) && !young) {
            LOG.warn("the heartbeat is {}", outcome);
        }
        note(
                new Beat(before.planted(), Optional.of(now), before.pinged(), before.latency(), outcome),
                now.plus(young ? SOON : AGAIN));
    }

    private void tell(Beat before, Planted planted, Instant now) {
        Duration took = Duration.between(planted.due(), planted.sent().orElse(now));
        Optional<String> wrong = ping.send();
        wrong.filter(why -> !before.outcome().equals("failed: " + why))
                .ifPresent(why -> LOG.warn("the heartbeat did not arrive: {}", why));
        Duration next = wrong.isEmpty() || monitor.every().compareTo(AGAIN) < 0 ? monitor.every() : AGAIN;
        note(
                new Beat(
                        before.planted(),
                        Optional.of(now),
                        wrong.isEmpty() ? Optional.of(now) : before.pinged(),
                        Optional.of(took),
                        wrong.map(why -> "failed: " + why).orElse("all is well")),
                now.plus(next));
    }

    private void note(Beat beat, Instant next) {
        database.inTransaction(handle -> {
            HeartbeatStore.put(handle, beat);
            AppointmentStore.set(handle, NAME, next);
            return next;
        });
    }

    @Override
    public void close() {
        ping.close();
    }
}
