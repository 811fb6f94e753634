package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** What goes out to webhooks: how far the audit was read for each, and its deliveries. */
public final class WebhookStore {
    private static final int LONGEST_REASON = 300;

    private WebhookStore() {}

    /** One event for one hook. {@code tries} counts those that began. */
    public record Delivery(String id, String hook, String event, String body, Instant madeAt, int tries) {}

    /** A delivery that is to be made. */
    public record Made(String id, long place, String event, String body) {}

    /** From now on events go out to a hook of this name; those before its first call do not. */
    public static void begin(Handle handle, String hook, Instant now) {
        handle.createUpdate("""
                        INSERT INTO webhook (name, place, since)
                        VALUES (:name, (SELECT coalesce(max(place), 0) FROM audit_link), :now) ON CONFLICT DO NOTHING""").bind("name", hook).bind("now", now).execute();
    }

    /** How far the chain was read for a hook, which is locked until the transaction ends; empty: another reads for it now. */
    public static Optional<Long> lockPlace(Handle handle, String hook) {
        return handle.createQuery("SELECT place FROM webhook WHERE name = :name FOR UPDATE SKIP LOCKED")
                .bind("name", hook)
                .mapTo(Long.class)
                .findOne();
    }

    /** Writes down what was read: deliveries, due at once, and the place of the last link. */
    public static void read(Handle handle, String hook, Collection<Made> made, long place, Instant now) {
        if (!made.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO webhook_delivery (id, hook, place, event, body, made_at, try_at)
                    VALUES (:id, :hook, :place, :event, :body, :now, :now) ON CONFLICT DO NOTHING""");
            made.forEach(one -> batch.bind("id", one.id())
                    .bind("hook", hook)
                    .bind("place", one.place())
                    .bind("event", one.event())
                    .bind("body", one.body())
                    .bind("now", now)
                    .add());
            batch.execute();
        }
        handle.createUpdate("UPDATE webhook SET place = :place WHERE name = :name")
                .bind("place", place)
                .bind("name", hook)
                .execute();
    }

    /** Claims the oldest delivery of a hook that is due; another try is due only {@code lease} later. */
    public static Optional<Delivery> claim(Handle handle, String hook, Instant now, Duration lease) {
        return handle.createQuery("""
                        UPDATE webhook_delivery SET tries = tries + 1, try_at = :until
                        WHERE id = (SELECT id FROM webhook_delivery
                            WHERE hook = :hook AND state = 'waiting' AND try_at <= :now
                            ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, hook, event, body, made_at, tries""")
                .bind("hook", hook)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .map(WebhookStore::delivery)
                .findOne();
    }

    /** It was taken. */
    public static void delivered(Handle handle, String id, String reason, Instant now) {
        end(handle, id, "delivered", reason, now);
        handle.createUpdate("""
                        UPDATE webhook SET failing_since = NULL
                        WHERE name = (SELECT hook FROM webhook_delivery WHERE id = :id) AND failing_since IS NOT NULL""").bind("id", id).execute();
    }

    /** It was not taken, and is tried again at {@code next}. */
    public static void again(Handle handle, String id, String reason, Instant next) {
        handle.createUpdate("UPDATE webhook_delivery SET try_at = :next, reason = :reason WHERE id = :id")
                .bind("id", id)
                .bind("next", next)
                .bind("reason", shortened(reason))
                .execute();
    }

    /** It is given up. Says whether that is the first one since the hook last took something. */
    public static boolean failed(Handle handle, String id, String reason, Instant now) {
        end(handle, id, "failed", reason, now);
        return handle.createUpdate("""
                                UPDATE webhook SET failing_since = :now
                                WHERE name = (SELECT hook FROM webhook_delivery WHERE id = :id) AND failing_since IS NULL""").bind("id", id).bind("now", now).execute() == 1;
    }

    /** How many deliveries stand in each state, by {@code hook/state}. */
    public static Map<String, Integer> counts(Handle handle) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        handle.createQuery(
                        "SELECT hook || '/' || state, count(*) FROM webhook_delivery GROUP BY hook, state ORDER BY hook, state")
                .map((row, context) -> counts.put(row.getString(1), row.getInt(2)))
                .list();
        return counts;
    }

    private static void end(Handle handle, String id, String state, String reason, Instant now) {
        handle.createUpdate(
                        "UPDATE webhook_delivery SET state = :state, ended_at = :now, reason = :reason WHERE id = :id")
                .bind("id", id)
                .bind("state", state)
                .bind("now", now)
                .bind("reason", shortened(reason))
                .execute();
    }

    private static String shortened(String reason) {
        String plain = reason.replaceAll("\\p{Cntrl}", " ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_REASON));
    }

    private static Delivery delivery(ResultSet row, StatementContext context) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("hook"),
                row.getString("event"),
                row.getString("body"),
                AskRows.instant(row, "made_at").orElseThrow(),
                row.getInt("tries"));
    }
}
