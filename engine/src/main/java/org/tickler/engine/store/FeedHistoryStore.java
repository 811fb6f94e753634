package org.tickler.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.PersonId;

/** What feeds showed, and when that was fetched: only what changed is written, so it grows with the docket and not with the fetches. */
public final class FeedHistoryStore {
    private static final int LONGEST_NAME = 200;

    private FeedHistoryStore() {}

    /** From {@code since} on a feed shows exactly these entries, as they stand. To be called under the lock of the feed's row. */
    public static void shows(Handle handle, String token, Collection<Entry> entries, Instant since) {
        String[] ids = entries.stream().map(entry -> entry.id().value()).toArray(String[]::new);
        Integer[] revisions =
                entries.stream().map(entry -> entry.revision().number()).toArray(Integer[]::new);
        handle.createUpdate("""
                        UPDATE feed_shown f SET until = greatest(f.since, :since) WHERE token = :token AND until IS NULL
                            AND NOT EXISTS (SELECT FROM unnest(:entries, :revisions) AS s(entry, revision)
                                WHERE s.entry = f.entry AND s.revision = f.revision)""")
                .bind("token", token)
                .bind("entries", ids)
                .bind("revisions", revisions)
                .bind("since", since)
                .execute();
        handle.createUpdate("""
                        INSERT INTO feed_shown (token, entry, revision, since)
                        SELECT :token, s.entry, s.revision, :since FROM unnest(:entries, :revisions) AS s(entry, revision)
                        WHERE NOT EXISTS (SELECT FROM feed_shown f WHERE f.token = :token AND f.until IS NULL
                            AND f.entry = s.entry AND f.revision = s.revision)""")
                .bind("token", token)
                .bind("entries", ids)
                .bind("revisions", revisions)
                .bind("since", since)
                .execute();
    }

    /**
     * That the bytes of a feed were fetched.
     *
     * @param made when the bytes were made
     * @param by how the program named itself that fetched them last
     */
    public record Fetch(String token, Instant made, String etag, Instant first, Instant last, String by) {
        /** Both. */
        public Fetch and(Fetch other) {
            boolean later = !other.last().isBefore(last);
            return new Fetch(
                    token,
                    made,
                    etag,
                    other.first().isBefore(first) ? other.first() : first,
                    later ? other.last() : last,
                    later ? other.by() : by);
        }
    }

    /** Writes down fetches, beside those that were written before. */
    public static void fetched(Handle handle, Collection<Fetch> fetches) {
        for (Fetch fetch : fetches) {
            handle.createUpdate("""
                            INSERT INTO feed_fetch (token, made_at, etag, first_at, last_at, fetched_by)
                            VALUES (:token, :made, :etag, :first, :last, :by)
                            ON CONFLICT (token, made_at) DO UPDATE SET first_at = least(feed_fetch.first_at, excluded.first_at),
                                last_at = greatest(feed_fetch.last_at, excluded.last_at), fetched_by = excluded.fetched_by""")
                    .bind("token", fetch.token())
                    .bind("made", fetch.made())
                    .bind("etag", fetch.etag())
                    .bind("first", fetch.first())
                    .bind("last", fetch.last())
                    .bind("by", fetch.by().substring(0, Math.min(fetch.by().length(), LONGEST_NAME)))
                    .execute();
        }
    }

    /**
     * That a feed showed an entry at a revision.
     *
     * @param viewer who sees by the feed
     * @param until when it no longer did; empty: it does still
     * @param fetched from when to when that was fetched, and by which program last; empty: nobody did
     */
    public record Shown(
            String token,
            PersonId viewer,
            EntryId entry,
            int revision,
            Instant since,
            Optional<Instant> until,
            Optional<Fetched> fetched) {}

    /** From when to when bytes were fetched, and by which program last. */
    public record Fetched(Instant first, Instant last, String by) {}

    /** What feeds showed of an entry, the first first. */
    public static List<Shown> ofEntry(Handle handle, EntryId entry) {
        return handle.createQuery("""
                        SELECT s.*, t.person, f.first_at, f.last_at, f.fetched_by
                        FROM feed_shown s JOIN token t ON t.id = s.token LEFT JOIN LATERAL (
                            SELECT min(first_at) AS first_at, max(last_at) AS last_at,
                                (array_agg(fetched_by ORDER BY last_at DESC))[1] AS fetched_by
                            FROM feed_fetch WHERE token = s.token AND made_at >= s.since
                                AND (s.until IS NULL OR made_at < s.until)) f ON true
                        WHERE s.entry = :entry ORDER BY s.since, s.id""")
                .bind("entry", entry.value())
                .map((row, context) -> new Shown(
                        row.getString("token"),
                        new PersonId(row.getString("person")),
                        new EntryId(row.getString("entry")),
                        row.getInt("revision"),
                        AskRows.instant(row, "since").orElseThrow(),
                        AskRows.instant(row, "until"),
                        AskRows.instant(row, "first_at").isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Fetched(
                                        AskRows.instant(row, "first_at").orElseThrow(),
                                        AskRows.instant(row, "last_at").orElseThrow(),
                                        row.getString("fetched_by")))))
                .list();
    }
}
