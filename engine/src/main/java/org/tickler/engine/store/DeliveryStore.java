package org.tickler.engine.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;

/** What providers say of messages that they accepted. */
public final class DeliveryStore {

    private DeliveryStore() {}

    /**
     * Writes down a provider's word on a message, unless one that ranks as high is known already: reports come twice,
     * late, and in any order.
     *
     * @param rank how far on its way the message is; greater is later
     * @return whether the word was news
     */
    public static boolean report(Handle handle, String providerId, String state, int rank) {
        return handle.createUpdate("""
                        UPDATE message SET provider_state = :state, provider_rank = :rank
                        WHERE provider_id = :id AND provider_rank < :rank""")
                        .bind("id", providerId)
                        .bind("state", state)
                        .bind("rank", rank)
                        .execute()
                == 1;
    }

    /** Whether a message of that name is known here. */
    public static boolean knows(Handle handle, String providerId) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM message WHERE provider_id = :id)")
                .bind("id", providerId)
                .mapTo(Boolean.class)
                .one();
    }

    /** The message arrived: its reminders that were sent are delivered. Says how many. */
    public static int delivered(Handle handle, String providerId, Instant at) {
        return move(handle, providerId, "delivered", "delivered", at);
    }

    /** The message turned out not to arrive: its reminders that were sent have failed. Says how many. */
    public static int failed(Handle handle, String providerId, String reason, Instant at) {
        return move(handle, providerId, "failed", reason, at);
    }

    /** The address a message went to. */
    public static String address(Handle handle, String providerId) {
        return handle.createQuery("SELECT address FROM message WHERE provider_id = :id")
                .bind("id", providerId)
                .mapTo(String.class)
                .one();
    }

    /**
     * Up to {@code most} messages of a channel, by the provider's names, that were sent between the two instants and of
     * which the provider has not said how they ended.
     */
    public static List<String> unreported(Handle handle, Channel channel, Instant after, Instant before, int most) {
        return handle.createQuery("""
                        SELECT DISTINCT m.provider_id, m.made_at FROM message m JOIN reminder r ON r.message = m.id
                        WHERE m.channel = :channel AND m.provider_id IS NOT NULL AND m.provider_rank < 5
                            AND r.state = 'sent' AND r.sent_at > :after AND r.sent_at < :before
                        ORDER BY m.made_at LIMIT :most""")
                .bind("channel", Words.of(channel))
                .bind("after", after)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> row.getString("provider_id"))
                .list();
    }

    private static int move(Handle handle, String providerId, String state, String reason, Instant at) {
        return handle.createUpdate("""
                        UPDATE reminder r SET state = :state, state_reason = :reason, state_at = :at
                        FROM message m WHERE m.id = r.message AND m.provider_id = :id AND r.state = 'sent'""")
                .bind("id", providerId)
                .bind("state", state)
                .bind("reason", reason)
                .bind("at", at)
                .execute();
    }
}
