package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Books, kept for ever, and which of them is active. */
public final class BookStore {
    private BookStore() {}

    /** Keeps a book; one that is kept already is left as it is. */
    public static void put(Handle handle, String fingerprint, JsonNode content, String tzdb, Instant at) {
        handle.createUpdate("""
                        INSERT INTO book (fingerprint, content, tzdb, stored_at)
                        VALUES (:fingerprint, CAST(:content AS jsonb), :tzdb, :at) ON CONFLICT DO NOTHING""")
                .bind("fingerprint", fingerprint)
                .bind("content", Json.write(content))
                .bind("tzdb", tzdb)
                .bind("at", at)
                .execute();
    }

    public static Optional<JsonNode> content(Handle handle, String fingerprint) {
        return handle.createQuery("SELECT content FROM book WHERE fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .map((row, context) -> Json.read(row.getString("content")))
                .findOne();
    }

    /** Which book is active; empty before the first. */
    public static Optional<Active> active(Handle handle) {
        return active(handle, "");
    }

    /** As {@link #active}, and no other can become the active one until the transaction ends. */
    public static Optional<Active> keepActive(Handle handle) {
        return active(handle, " FOR SHARE");
    }

    /** Makes a book that is kept the active one. It is not applied yet. */
    public static void activate(Handle handle, Active active, String who) {
        handle.createUpdate("""
                        INSERT INTO active_book (fingerprint, since, ladders, activated_by)
                        VALUES (:fingerprint, :since, CAST(:ladders AS jsonb), :who)
                        ON CONFLICT (only_one) DO UPDATE SET fingerprint = excluded.fingerprint, since = excluded.since,
                            ladders = excluded.ladders, activated_by = excluded.activated_by, applied_at = NULL""")
                .bind("fingerprint", active.fingerprint())
                .bind("since", active.since())
                .bind("ladders", Json.write(active.ladders()))
                .bind("who", who)
                .execute();
    }

    /** Says that every matter has been planned with the active book, if that is still {@code fingerprint}. */
    public static void applied(Handle handle, String fingerprint, Instant at) {
        handle.createUpdate("UPDATE active_book SET applied_at = :at WHERE fingerprint = :fingerprint")
                .bind("at", at)
                .bind("fingerprint", fingerprint)
                .execute();
    }

    private static Optional<Active> active(Handle handle, String locking) {
        return handle.createQuery("SELECT fingerprint, since, ladders, applied_at FROM active_book" + locking)
                .map(BookStore::row)
                .findOne();
    }

    static Active row(ResultSet row, StatementContext context) throws SQLException {
        return new Active(
                row.getString("fingerprint"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Json.read(row.getString("ladders")),
                row.getObject("applied_at", OffsetDateTime.class) != null);
    }

    /**
     * The active book's row.
     *
     * @param ladders since when each ladder is known in its present form
     * @param applied whether every matter has been planned with it
     */
    public record Active(String fingerprint, Instant since, JsonNode ladders, boolean applied) {}
}
