package org.tickler.engine.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.BellListener;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.FeedStore;
import org.tickler.engine.store.TokenRow;
import org.tickler.engine.store.TokenStore;
import org.tickler.engine.token.Tokens;

/// Tokens and bytes of all feeds, held ready and at most two seconds behind the database while that is there. What is
/// older than a minute is not served: a feed that nobody can vouch for is said to be away, never shown empty.
public final class FeedCache implements AutoCloseable {
    /// Older than this, nothing is served.
    static final Duration VOUCHED_FOR = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(FeedCache.class);
    private static final Duration REFRESHED_EVERY = Duration.ofSeconds(2);
    private static final Duration USE_WRITTEN_EVERY = Duration.ofHours(1);

    private final Database database;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Fetches fetches = new Fetches();
    private final Map<String, TokenRow.Use> uses = new ConcurrentHashMap<>();
    private final Map<String, TokenRow.Use> written = new HashMap<>();
    private final ScheduledExecutorService refreshing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("feeds").factory());
    private volatile State state;
    private Optional<BellListener> bell = Optional.empty();

    /// @param tokens the id of each live token by the hexadecimal SHA-256 of the token
    /// @param feeds by token's id; a token whose feed is not made yet has none
    private record State(boolean read, long readAt, Map<String, String> tokens, Map<String, Served> feeds) {}

    /// What stands behind a token.
    public sealed interface Lookup {
        /// The feed.
        record Here(Served feed) implements Lookup {}

        /// No such token, or a revoked one; nobody can tell which.
        record Unknown() implements Lookup {}

        /// Nothing can be vouched for now; ask again after some seconds.
        record Away(int seconds) implements Lookup {}
    }

    public FeedCache(Database database, InstantSource clock) {
        this(database, clock, System::nanoTime);
    }

    /// @param nanos measures how old the cache is, as [System#nanoTime()] does
    FeedCache(Database database, InstantSource clock, LongSupplier nanos) {
        this.database = database;
        this.clock = clock;
        this.nanos = nanos;
        this.state = new State(false, nanos.getAsLong(), Map.of(), Map.of());
    }

    /// Begins to follow the database: every two seconds, and at once when it rings. Until the first reading, everything
    /// is away.
    public void start() {
        // Failures are logged by the task itself, so nobody asks the future.
        var unused = refreshing.scheduleWithFixedDelay(
                this::refreshOrLog, 0, REFRESHED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        bell = Optional.of(BellListener.listen(database, this::refreshOrLog));
    }

    /// What stands behind a token. Touches no database.
    ///
    /// @param by how the program that asks names itself; empty where it does not
    public Lookup find(String token, String by) {
        State now = state;
        long age = nanos.getAsLong() - now.readAt;
        if (!now.read || age > VOUCHED_FOR.toNanos()) {
            return new Lookup.Away(30);
        }
        String id = Tokens.isOne(token) ? now.tokens.get(Tokens.hex(Tokens.hash(token))) : null;
        if (id == null) {
            return new Lookup.Unknown();
        }
        Instant at = clock.instant();
        uses.put(id, new TokenRow.Use(at, by));
        Served feed = now.feeds.get(id);
        if (feed == null) {
            return new Lookup.Away(2);
        }
        fetches.took(id, feed, at, by);
        return new Lookup.Here(feed);
    }

    /// Reads what is new.
    ///
    /// @throws RuntimeException if the database is away; what was read before stands
    public synchronized void refresh() {
        long began = nanos.getAsLong();
        State old = state;
        state = database.inSnapshot(handle -> {
            Map<String, String> tokens = new HashMap<>();
            TokenStore.hashes(handle).forEach(one -> tokens.put(Tokens.hex(one.hash()), one.id()));
            Set<String> live = Set.copyOf(tokens.values());
            Map<String, Served> feeds = new HashMap<>();
            for (FeedStore.Made made : FeedStore.made(handle)) {
                if (live.contains(made.token())) {
                    Served held = old.feeds.get(made.token());
                    Optional<Served> served = held != null && held.etag().equals(made.etag())
                            ? Optional.of(held)
                            : FeedStore.bytes(handle, made.token())
                                    .map(bytes -> Served.of(made.etag(), made.at(), bytes));
                    served.ifPresent(feed -> feeds.put(made.token(), feed));
                }
            }
            return new State(true, began, Map.copyOf(tokens), Map.copyOf(feeds));
        });
        writeUses();
        fetches.write(database, state.feeds);
    }

    /// Stops following the database. What was fetched last is still written down, where it is there.
    @Override
    public void close() {
        bell.ifPresent(BellListener::close);
        refreshing.shutdownNow();
        try {
            fetches.write(database, Map.of());
        } catch (RuntimeException e) {
            LOG.warn("when feeds were last fetched could not be written down: {}", e.getMessage());
        }
    }

    /// A use is written when an hour has passed since the last that was, or another program uses the token.
    private void writeUses() {
        Map<String, TokenRow.Use> due = new HashMap<>();
        uses.forEach((id, use) -> {
            TokenRow.Use last = written.get(id);
            Instant again = last == null ? Instant.MIN : last.at().plus(USE_WRITTEN_EVERY);
            if (last == null || !last.by().equals(use.by()) || use.at().isAfter(again)) {
                due.put(id, use);
            }
        });
        uses.clear();
        if (due.isEmpty()) {
            return;
        }
        database.inTransaction(handle -> {
            due.forEach((id, use) -> TokenStore.used(handle, id, use));
            return null;
        });
        written.putAll(due);
    }

    private void refreshOrLog() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("feeds are served as they stood, for a minute at most: {}", e.getMessage());
        }
    }
}
