package org.tickler.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What requests with an Idempotency-Key were answered, for a day. */
public final class ApiReplyStore {
    private static final Duration KEPT = Duration.ofHours(24);

    private ApiReplyStore() {}

    /** Which request of which token: the hashes of its key and of what it asks. */
    @SuppressWarnings("ArrayRecordComponent") // bound to a statement; never compared
    public record Asked(String token, byte[] key, byte[] request) {}

    /** An answer; {@code same}: the request was the same, not only its key. */
    public record Kept(int status, String body, boolean same) {}

    /** What was answered under that key within the last day. */
    public static Optional<Kept> find(Handle handle, Asked asked, Instant now) {
        return handle.createQuery("SELECT * FROM api_reply WHERE token = :token AND key = :key AND made_at > :since")
                .bind("token", asked.token())
                .bind("key", asked.key())
                .bind("since", now.minus(KEPT))
                .map((row, context) -> new Kept(
                        row.getInt("status"),
                        row.getString("body"),
                        Arrays.equals(row.getBytes("request"), asked.request())))
                .findOne();
    }

    /**
     * Takes the key, in the transaction of what is done under it: whoever comes with the same one waits until that has
     * ended, and finds its answer. What is older than a day is let go.
     *
     * @return whether the key was free
     */
    public static boolean take(Handle handle, Asked asked, Instant now) {
        handle.createUpdate("DELETE FROM api_reply WHERE made_at <= :since")
                .bind("since", now.minus(KEPT))
                .execute();
        return handle.createUpdate("""
                                INSERT INTO api_reply (token, key, request, status, body, made_at)
                                VALUES (:token, :key, :request, 0, '', :at) ON CONFLICT DO NOTHING""")
                        .bind("token", asked.token())
                        .bind("key", asked.key())
                        .bind("request", asked.request())
                        .bind("at", now)
                        .execute()
                == 1;
    }

    /** Writes down what was answered under a key that was taken. */
    public static void keep(Handle handle, Asked asked, int status, String body) {
        handle.createUpdate("UPDATE api_reply SET status = :status, body = :body WHERE token = :token AND key = :key")
                .bind("status", status)
                .bind("body", body)
                .bind("token", asked.token())
                .bind("key", asked.key())
                .execute();
    }
}
