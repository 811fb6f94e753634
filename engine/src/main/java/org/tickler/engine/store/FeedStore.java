package org.tickler.engine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.MatterId;

/** The bytes of feeds as they were last made, and what they are made of. */
public final class FeedStore {
    private static final int FETCHED_AT_ONCE = 500;

    private FeedStore() {}

    /** A number that differs whenever facts of a matter or of a person became others, in whatever order that was committed. */
    public static String facts(Handle handle) {
        return handle.createQuery("""
                        SELECT (SELECT coalesce(sum(changed), 0) FROM matter) || '/'
                            || (SELECT coalesce(sum(changed), 0) FROM person)""").mapTo(String.class).one();
    }

    /** The number of each matter's last change. */
    public static Map<MatterId, Long> changes(Handle handle) {
        return handle
                .createQuery("SELECT id, changed FROM matter")
                .map((row, context) -> Map.entry(new MatterId(row.getString("id")), row.getLong("changed")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Entries that a feed may show, those nearest to today first: dated within the window or past and not over, and none
     * that ended without being done, unless that became known lately.
     *
     * @param most how many are returned at most
     */
    public static List<Entry> entries(
            Handle handle, Collection<MatterId> matters, Window window, Predicate<Entry> shown, int most) {
        try (Stream<Entry> entries = handle
                .createQuery("""
                        SELECT * FROM entry
                        WHERE matter = ANY(:matters) AND day <= :last AND source IS DISTINCT FROM :drill
                            AND (day >= :first OR status IN ('proposed', 'open', 'provisional', 'claimed'))
                            AND (status NOT IN ('cancelled', 'waived', 'superseded') OR known_at >= :endedSince)
                        ORDER BY abs(day - CAST(:today AS date)), id""")
                .setFetchSize(FETCHED_AT_ONCE)
                .bind("matters", TextArray.of(matters))
                .bind("drill", Origin.Entered.DRILL)
                .bind("first", window.first())
                .bind("last", window.last())
                .bind("today", window.today())
                .bind("endedSince", window.endedSince())
                .map(EntryRows::entry)
                .stream()) {
            return entries.filter(shown).limit(most).toList();
        }
    }

    /** What of each feed is stored, without its bytes. */
    public static List<Made> made(Handle handle) {
        return handle.createQuery("SELECT token, change, made_at, etag FROM feed")
                .map((row, context) -> new Made(
                        row.getString("token"),
                        row.getLong("change"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("etag")))
                .list();
    }

    /** The bytes of a feed; empty where it was never made. */
    public static Optional<byte[]> bytes(Handle handle, String token) {
        return handle.createQuery("SELECT bytes FROM feed WHERE token = :token")
                .bind("token", token)
                .map((row, context) -> row.getBytes("bytes"))
                .findOne();
    }

    /** Stores a feed, and rings the bell. The same bytes as before keep the time at which they were made. */
    public static void put(Handle handle, Made made, byte[] bytes) {
        handle.createUpdate("""
                        INSERT INTO feed (token, change, made_at, etag, bytes) VALUES (:token, :change, :at, :etag, :bytes)
                        ON CONFLICT (token) DO UPDATE SET change = excluded.change, etag = excluded.etag,
                            made_at = CASE WHEN feed.etag = excluded.etag THEN feed.made_at ELSE excluded.made_at END,
                            bytes = excluded.bytes""")
                .bind("token", made.token())
                .bind("change", made.change())
                .bind("at", made.at())
                .bind("etag", made.etag())
                .bind("bytes", bytes.clone())
                .execute();
        Bell.ring(handle);
    }

    /**
     * A stored feed.
     *
     * @param change a hash of the changes of the matters that it shows
     * @param at when its bytes last became others
     */
    public record Made(String token, long change, Instant at, String etag) {}

    /**
     * Which entries a feed shows: civil days, both inclusive.
     *
     * @param endedSince since when what ended without being done is still shown
     */
    public record Window(LocalDate first, LocalDate today, LocalDate last, Instant endedSince) {}
}
