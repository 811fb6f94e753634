package org.tickler.engine.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.plan.QuestionTeller;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.StatusStore;

/**
 * Looks whether anything that was due lies with nobody, whether a channel is down, and whether all processes compute alike;
 * tells the last-resort person what a program cannot mend.
 */
public final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    /** What is due is claimed within seconds; after this something is wrong. */
    private static final Duration BEARABLE = Duration.ofMinutes(5);

    private static final Duration ALIVE = Duration.ofMinutes(3);

    private final Database database;
    private final InstantSource clock;
    private final BookKeeper books;
    private final NodeStore.Node self;
    private final AtomicReference<@Nullable Health> latest = new AtomicReference<>();

    /** A watch of the process {@code self}. */
    public Watch(Database database, InstantSource clock, BookKeeper books, NodeStore.Node self) {
        this.database = database;
        this.clock = clock;
        this.books = books;
        this.self = self;
    }

    /** Looks once, and tells people of the questions to them that planning left. */
    public void sweep() {
        Instant now = clock.instant();
        Optional<ActiveBook> book = books.find();
        Health health = database.inTransaction(handle -> {
            NodeStore.seen(handle, self, now);
            Health found = new Health(
                    NodeStore.overdue(handle, now),
                    IncidentStore.open(handle),
                    StatusStore.nodes(handle, now.minus(ALIVE)));
            book.ifPresent(
                    active -> new Alarms(active, LastResort.reader(handle, active, now)).raise(handle, found, now));
            book.ifPresent(active -> UnreadablePeople.tell(handle, active, now));
            return found;
        });
        // told of somebody whose row cannot be read, a question would count as told
        book.filter(active -> database.withHandle(PersonStore::unreadable).isEmpty())
                .ifPresent(active ->
                        new QuestionTeller(database, active, database.withHandle(PersonStore::all)).tell(now));
        report(health, now);
        latest.set(health);
    }

    /** What the last look found; empty before the first. */
    public Optional<Health> latest() {
        return Optional.ofNullable(latest.get());
    }

    private static void report(Health health, Instant now) {
        if (health.overdueFor(now).compareTo(BEARABLE) > 0) {
            LOG.error(
                    "{} reminders are due and lie with nobody, the oldest for {} minutes",
                    health.overdue().reminders(),
                    health.overdueFor(now).toMinutes());
        }
        if (health.tzdbs().size() > 1) {
            LOG.warn("the processes of this firm compute with different time zone data: {}", health.tzdbs());
        }
    }
}
