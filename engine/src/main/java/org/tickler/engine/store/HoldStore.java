package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;

/** Mass changes that wait until somebody has seen what they would send. */
public final class HoldStore {
    /** How the reason of a hold begins while it is not known yet how much its change sends in all. */
    public static final String PLANNING = "it is being planned: ";

    private HoldStore() {}

    /** Makes a hold and returns its number. */
    public static long make(Handle handle, String why, String who, Instant at) {
        return handle.createQuery("INSERT INTO hold (why, made_at, made_by) VALUES (:why, :at, :who) RETURNING id")
                .bind("why", why)
                .bind("at", at)
                .bind("who", who)
                .mapTo(Long.class)
                .one();
    }

    /** Says what a hold is about, once that is known. */
    public static void explain(Handle handle, long hold, String why) {
        handle.createUpdate("UPDATE hold SET why = :why WHERE id = :hold")
                .bind("why", why)
                .bind("hold", hold)
                .execute();
    }

    public static Optional<Hold> find(Handle handle, long hold) {
        return handle.createQuery("SELECT * FROM hold WHERE id = :hold")
                .bind("hold", hold)
                .map(HoldStore::hold)
                .findOne();
    }

    /** Those not released, the oldest first. */
    public static List<Hold> open(Handle handle) {
        return handle.createQuery("SELECT * FROM hold WHERE released_at IS NULL ORDER BY id")
                .map(HoldStore::hold)
                .list();
    }

    /**
     * Releases a hold: what it holds back leaves when due, or at once where that is past. Does nothing to a hold that is
     * released already.
     *
     * @return how many reminders were held by it
     */
    public static int release(Handle handle, long hold, String who, Instant at) {
        int released = handle.createUpdate("""
                        UPDATE hold SET released_at = :at, released_by = :who WHERE id = :hold AND released_at IS NULL""")
                .bind("at", at)
                .bind("who", who)
                .bind("hold", hold)
                .execute();
        return released == 0 ? 0 : planAgain(handle, hold, at);
    }

    /** The hold of a mass change that was cut short before it was known how much it sends; empty: there is none. */
    public static Optional<Long> cutShort(Handle handle) {
        return handle.createQuery("""
                        SELECT id FROM hold WHERE released_at IS NULL AND starts_with(why, :planning)
                        ORDER BY id LIMIT 1""")
                .bind("planning", PLANNING)
                .mapTo(Long.class)
                .findOne();
    }

    /** What waits for the release of a hold. */
    public static List<Held> held(Handle handle, long hold) {
        return handle.createQuery(
                        "SELECT recipient, channel, due_at FROM reminder WHERE hold = :hold AND state = 'held'")
                .bind("hold", hold)
                .map((row, context) -> new Held(
                        new PersonId(row.getString("recipient")),
                        PersonJson.word(Channel.class, row.getString("channel")),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A reminder that is held: to whom, by what, and when it was to leave. */
    public record Held(PersonId to, Channel channel, Instant due) {}

    /** How many reminders wait for the release of a hold. */
    public static int count(Handle handle, long hold) {
        return handle.createQuery("SELECT count(*) FROM reminder WHERE hold = :hold AND state = 'held'")
                .bind("hold", hold)
                .mapTo(Integer.class)
                .one();
    }

    private static int planAgain(Handle handle, long hold, Instant at) {
        Bell.ring(handle);
        return handle.createUpdate("""
                        UPDATE reminder SET state = 'planned', state_reason = NULL, state_at = :at
                        WHERE hold = :hold AND state = 'held'""").bind("at", at).bind("hold", hold).execute();
    }

    private static Hold hold(ResultSet row, StatementContext context) throws SQLException {
        return new Hold(
                row.getLong("id"),
                row.getString("why"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                Optional.ofNullable(row.getString("released_by")));
    }

    /** A hold; {@code releasedBy} is empty while it waits. */
    public record Hold(long id, String why, Instant madeAt, String madeBy, Optional<String> releasedBy) {}
}
