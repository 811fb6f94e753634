package org.tickler.engine.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.FeedHistoryStore;

/// Which bytes of which feed were fetched, from when to when. The first fetch of some bytes is written at once, later
/// ones each hour, and the last one when other bytes are there. Safe for many threads.
final class Fetches {
    private static final Duration WRITTEN_EVERY = Duration.ofHours(1);

    private final Map<Version, FeedHistoryStore.Fetch> taken = new ConcurrentHashMap<>();
    private final Map<Version, Instant> written = new HashMap<>();

    /// The bytes of a feed as they were made once.
    private record Version(String token, Instant made, String etag) {}

    /// Somebody fetched these bytes, or was told that they are the newest still.
    void took(String token, Served feed, Instant at, String by) {
        var version = new Version(token, feed.modifiedAt(), feed.etag());
        var fetch = new FeedHistoryStore.Fetch(token, feed.modifiedAt(), feed.etag(), at, at, by);
        taken.merge(version, fetch, FeedHistoryStore.Fetch::and);
    }

    /// Writes down what is due.
    ///
    /// @param now by token, the bytes that are served now
    /// @throws RuntimeException if the database is away; nothing is lost then
    synchronized void write(Database database, Map<String, Served> now) {
        List<Version> due = taken.entrySet().stream()
                .filter(one -> isDue(one.getKey(), one.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
        List<FeedHistoryStore.Fetch> fetches = new ArrayList<>();
        for (Version version : due) {
            FeedHistoryStore.Fetch fetch = taken.remove(version);
            if (fetch != null) {
                fetches.add(fetch);
            }
        }
        if (fetches.isEmpty()) {
            return;
        }
        try {
            database.inTransaction(handle -> {
                FeedHistoryStore.fetched(handle, fetches);
                return null;
            });
        } catch (RuntimeException e) {
            fetches.forEach(one ->
                    taken.merge(new Version(one.token(), one.made(), one.etag()), one, FeedHistoryStore.Fetch::and));
            throw e;
        }
        fetches.forEach(one -> written.put(new Version(one.token(), one.made(), one.etag()), one.last()));
        written.keySet().removeIf(version -> !isServed(version, now));
    }

    private boolean isDue(Version version, FeedHistoryStore.Fetch fetch, Map<String, Served> now) {
        Instant before = written.get(version);
        return before == null || !isServed(version, now) || !fetch.last().isBefore(before.plus(WRITTEN_EVERY));
    }

    private static boolean isServed(Version version, Map<String, Served> now) {
        Served served = now.get(version.token());
        return served != null
                && served.etag().equals(version.etag())
                && served.modifiedAt().equals(version.made());
    }
}
