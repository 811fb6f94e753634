package org.tickler.engine.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.Dispatcher;
import org.tickler.engine.due.Claimer;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.DueStore;
import org.tickler.rules.firm.Channel;

/** A process that takes what one story has to send, and nothing else, and is lost on the way. */
final class DoomedProcess {
    /** How its attempts name it. */
    static final String NODE = "doomed";

    private final Database database;
    private final SettableClock clock;
    private final BiFunction<Database, Postman, Dispatcher> dispatchers;
    private final List<Claim> claims = new ArrayList<>();

    /** @param dispatchers makes the one that is lost, of a database of its own and what carries for it */
    DoomedProcess(Database database, SettableClock clock, BiFunction<Database, Postman, Dispatcher> dispatchers) {
        this.database = database;
        this.clock = clock;
        this.dispatchers = dispatchers;
    }

    /** The stories that have something to send now, by the first part of their ids. */
    static Set<String> due(Database database, Instant now) {
        return database.withHandle(handle ->
                handle.createQuery("""
                        SELECT DISTINCT split_part(matter, '-', 1) FROM reminder WHERE matter IS NOT NULL
                            AND (state = 'planned' AND try_at <= :now OR state = 'sending' AND lease_until <= :now)""").bind("now", now).mapTo(String.class).set());
    }

    /** Whether it has anything of that story; what it claimed of others it gives back. */
    boolean claimsOf(Story story) {
        for (Channel channel : Channel.values()) {
            Claim all = new Claimer(database, clock).claim(channel);
            Map<Boolean, List<DueReminder>> ours =
                    all.reminders().stream().collect(Collectors.partitioningBy(one -> isOf(story, one)));
            database.inTransaction(handle -> {
                DueStore.release(handle, ours.get(false), clock.instant());
                return true;
            });
            if (!ours.get(true).isEmpty()) {
                claims.add(new Claim(
                        channel,
                        all.at(),
                        all.lease(),
                        all.takenNanos(),
                        ours.get(true),
                        all.unknown(),
                        all.unreadable()));
            }
        }
        return !claims.isEmpty();
    }

    private static boolean isOf(Story story, DueReminder reminder) {
        return reminder.about()
                .filter(about -> about.matter().value().startsWith("s" + story.seed() + "-"))
                .isPresent();
    }

    /** Dies when the story says; what was carried until then is with those who carried it. */
    List<Postman> diesWith(Story story) {
        Story.Death.When when = story.death().orElseThrow().when();
        if (when == Story.Death.When.CLAIMED) {
            return List.of();
        }
        List<Postman> postmen = claims.stream().map(this::lose).toList();
        return when == Story.Death.When.SENT ? postmen : List.of();
    }

    /** All letters of the claim are under way when it loses its database and stops. */
    private Postman lose(Claim claim) {
        Database own = Database.open(database.address());
        AtomicInteger under = new AtomicInteger();
        CountDownLatch gone = new CountDownLatch(1);
        List<Dispatcher> doomed = new ArrayList<>();
        Postman postman = new Postman(claim.channel(), clock, Map.of(), letter -> {
            if (under.incrementAndGet() == begun()) {
                doomed.getFirst().stop();
                own.close();
                gone.countDown();
            }
            await(gone);
        });
        doomed.add(dispatchers.apply(own, postman));
        doomed.getFirst().dispatch(claim);
        own.close();
        database.inTransaction(handle -> handle.execute("UPDATE attempt SET node = 'dead' WHERE node = ?", NODE));
        return postman;
    }

    private int begun() {
        return database.withHandle(handle -> handle.createQuery("SELECT count(*) FROM attempt WHERE node = :node")
                .bind("node", NODE)
                .mapTo(Integer.class)
                .one());
    }

    private static void await(CountDownLatch gone) {
        try {
            gone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
