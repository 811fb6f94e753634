package org.tickler.engine.feed;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.FeedStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.PersonId;

/** The sample firm with its hearing and its filing, and feeds of it. */
final class FeedFixture {
    static final Instant NOW = Samples.MON_2026_01_05;

    final Database database;
    final SettableClock clock = new SettableClock(NOW);
    final FeedTokens tokens;
    final FeedMaker maker;

    FeedFixture(TestDatabase tests) {
        database = tests.database();
        tokens = new FeedTokens(database, URI.create("https://tickler.firm.example"));
        maker = new FeedMaker(database, clock);
        Samples.store(database, Samples.hearing(), Samples.filing());
    }

    FeedTokens.Added add(PersonId viewer, FeedScope.Of of, String name, FeedScope.Level level) {
        return tokens.add(viewer, new FeedScope(of, name, level), "command", clock.instant());
    }

    FeedTokens.Added addFull() {
        return add(Samples.JLIN, FeedScope.Of.PERSON, "jlin", FeedScope.Level.FULL);
    }

    /** The stored bytes after a sweep. */
    byte[] bytes(FeedTokens.Added feed) {
        maker.sweep();
        return database.withHandle(
                        handle -> FeedStore.bytes(handle, feed.token().id()))
                .orElseThrow();
    }

    /** The same as text with folds undone. */
    String text(FeedTokens.Added feed) {
        return new String(bytes(feed), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    void store(Entry... entries) {
        database.inTransaction(handle -> {
            EntryStore.insert(handle, List.of(entries), Change.loaded("docket", clock.instant()));
            return null;
        });
    }

    void change(Entry entry, Change.Cause cause) {
        database.inTransaction(handle -> {
            EntryStore.update(handle, List.of(entry), Change.act(cause, "rdiaz", "a test", clock.instant()));
            return null;
        });
    }

    static byte[] read(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
