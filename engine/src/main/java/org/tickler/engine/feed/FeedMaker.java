package org.tickler.engine.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.FeedHistoryStore;
import org.tickler.engine.store.FeedStore;
import org.tickler.engine.store.TokenRow;
import org.tickler.engine.store.TokenStore;
import org.tickler.engine.token.Tokens;

/// Makes the bytes of feeds anew when what they show changed, and from time to time because days pass. One sweep runs
/// at a time; several nodes may sweep, for the same facts give the same bytes.
public final class FeedMaker {
    /// How long a feed is left alone while no facts change: then something may be overdue, or out of its window.
    static final Duration LEFT_ALONE = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(FeedMaker.class);

    private final Database database;
    private final InstantSource clock;
    private final Map<String, Looked> looked = new HashMap<>();
    private String facts = "";
    private Counts counts = new Counts(0, 0, 0, 0);

    /// When a feed was last found to show what it should, and how it came out.
    private record Looked(Instant at, long change) {}

    public FeedMaker(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What this process has done with feeds since it started, each time counted.
    ///
    /// @param made feeds whose bytes became others
    /// @param failed feeds that could not be made; their last good bytes stand
    /// @param placeholders events shown by their day and number alone
    /// @param truncated feeds with more entries than they may show
    public record Counts(long made, long failed, long placeholders, long truncated) {
        private Counts plus(Counts more) {
            return new Counts(
                    made + more.made,
                    failed + more.failed,
                    placeholders + more.placeholders,
                    truncated + more.truncated);
        }
    }

    /// The counts so far.
    public synchronized Counts counts() {
        return counts;
    }

    /// Looks at every feed that may have changed.
    ///
    /// @return what was done; one feed's failure is logged and counted and stops no other
    /// @throws RuntimeException if the database is away
    public synchronized Counts sweep() {
        Instant now = clock.instant();
        List<TokenRow> tokens = database.withHandle(TokenStore::live);
        looked.keySet().retainAll(tokens.stream().map(TokenRow::id).toList());
        String factsNow = tokens.isEmpty() ? facts : database.withHandle(FeedStore::facts);
        boolean changed = !factsNow.equals(facts);
        List<TokenRow> stale =
                tokens.stream().filter(one -> changed || isDue(one, now)).toList();
        Counts swept = stale.isEmpty() ? new Counts(0, 0, 0, 0) : make(stale, now);
        facts = factsNow;
        counts = counts.plus(swept);
        return swept;
    }

    private Counts make(List<TokenRow> stale, Instant now) {
        FirmFacts firm = database.inSnapshot(FirmFacts::read);
        Map<String, FeedStore.Made> stored = new HashMap<>();
        database.withHandle(FeedStore::made).forEach(made -> stored.put(made.token(), made));
        Counts swept = new Counts(0, 0, 0, 0);
        for (TokenRow token : stale) {
            try {
                swept = swept.plus(make(new Feed(token, firm, now), stored, now));
            } catch (IllegalStateException | IllegalArgumentException e) {
                LOG.error("feed {} could not be made, its last good bytes stand: {}", token.id(), e.getMessage());
                looked.remove(token.id()); // looked at again by the next sweep
                swept = swept.plus(new Counts(0, 1, 0, 0));
            }
        }
        return swept;
    }

    private Counts make(Feed feed, Map<String, FeedStore.Made> stored, Instant now) {
        Looked before = looked.get(feed.id());
        if (before != null && before.change() == feed.change() && !isDue(before, now)) {
            return new Counts(0, 0, 0, 0);
        }
        FeedBytes made = FeedBytes.of(database.inSnapshot(feed::read));
        String etag = Tokens.hex(Tokens.hash(made.bytes()));
        FeedStore.Made old = stored.get(feed.id());
        boolean different = old == null || !old.etag().equals(etag);
        if (different || before == null) {
            Instant since = old == null || different ? now : old.at();
            database.inTransaction(handle -> {
                if (different) {
                    FeedStore.put(handle, new FeedStore.Made(feed.id(), feed.change(), now, etag), made.bytes());
                }
                FeedHistoryStore.shows(handle, feed.id(), made.shown(), since);
                return null;
            });
        }
        looked.put(feed.id(), new Looked(now, feed.change()));
        return new Counts(different ? 1 : 0, 0, made.placeholders(), made.truncated() ? 1 : 0);
    }

    private boolean isDue(TokenRow token, Instant now) {
        Looked before = looked.get(token.id());
        return before == null || isDue(before, now);
    }

    private static boolean isDue(Looked before, Instant now) {
        return Duration.between(before.at(), now).abs().compareTo(LEFT_ALONE) >= 0;
    }
}
