package org.tickler.engine.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;

/** Channels that are down as a whole. One at a time for each channel, however many reminders wait for it. */
public final class IncidentStore {
    private IncidentStore() {}

    /** Begins an incident, and says whether it is a new one. */
    public static boolean begin(Handle handle, Channel channel, String reason, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO incident (channel, reason, began_at) VALUES (:channel, :reason, :now)
                        ON CONFLICT DO NOTHING""")
                        .bind("channel", Words.of(channel))
                        .bind("reason", reason)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Ends a channel's incident, and says whether there was one. */
    public static boolean end(Handle handle, Channel channel, Instant now) {
        return handle.createUpdate("UPDATE incident SET ended_at = :now WHERE channel = :channel AND ended_at IS NULL")
                        .bind("channel", Words.of(channel))
                        .bind("now", now)
                        .execute()
                == 1;
    }

    public static Optional<Incident> find(Handle handle, Channel channel) {
        return open(handle).stream()
                .filter(incident -> incident.channel() == channel)
                .findFirst();
    }

    /** Those that last, the oldest first. */
    public static List<Incident> open(Handle handle) {
        return handle.createQuery(
                        "SELECT id, channel, reason, began_at, told FROM incident WHERE ended_at IS NULL ORDER BY id")
                .map((row, context) -> new Incident(
                        row.getLong("id"),
                        PersonJson.word(Channel.class, row.getString("channel")),
                        row.getString("reason"),
                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("told")))
                .list();
    }

    /** Somebody has been told of it; false where another process has seen to that. */
    public static boolean told(Handle handle, long id) {
        return handle.createUpdate("UPDATE incident SET told = true WHERE id = :id AND NOT told")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** A channel that is down, since when, and why. */
    public record Incident(long id, Channel channel, String reason, Instant began, boolean told) {}
}
