package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;

/** What came in from outside, as it came. It is kept at once and handled later, so that whoever sent it need not wait. */
public final class InboundStore {

    /** The text messages that take a number off: in large letters, and letters only. */
    public static final Set<String> STOPS =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");

    /** Those that put it on again. */
    public static final Set<String> STARTS = Set.of("START", "YES", "UNSTOP");

    private InboundStore() {}

    /** What came. */
    public enum Kind {
        /** How a message fares. */
        STATUS,
        /** What somebody wrote back. */
        REPLY
    }

    /** One thing that came, with its fields as they came. */
    public record Inbound(long id, Instant receivedAt, Map<String, String> fields) {
        public Inbound {
            fields = Map.copyOf(fields);
        }

        /** A field, or nothing where it did not come. */
        public Optional<String> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }
    }

    /**
     * Keeps what came.
     *
     * @param dedupe the sender's name for it: the same thing sent twice is kept once
     * @return whether it was new
     */
    public static boolean keep(
            Handle handle, Channel channel, Kind kind, String dedupe, Map<String, String> fields, Instant at) {
        return handle.createUpdate("""
                        INSERT INTO inbound (channel, kind, dedupe, received_at, body)
                        VALUES (:channel, :kind, :dedupe, :at, CAST(:body AS jsonb)) ON CONFLICT DO NOTHING""")
                        .bind("channel", Words.of(channel))
                        .bind("kind", Words.of(kind))
                        .bind("dedupe", dedupe)
                        .bind("at", at)
                        .bind("body", Json.write(Json.tree(fields)))
                        .execute()
                == 1;
    }

    /**
     * The oldest thing that waits to be handled, locked; one that another process is handling is passed over.
     *
     * @param later from whom nothing is wanted now, but for a text message that says STOP or START: it is heeded at once
     */
    public static Optional<Inbound> next(Handle handle, Channel channel, Kind kind, Set<String> later) {
        return handle.createQuery("""
                        SELECT id, received_at, body FROM inbound
                        WHERE handled_at IS NULL AND channel = :channel AND kind = :kind
                            AND (coalesce(body ->> 'From', '') <> ALL(:later) OR (channel = 'sms' AND (
                                body ->> 'OptOutType' IN ('STOP', 'START')
                                OR coalesce(body ->> 'OptOutType', '') = '' AND upper(regexp_replace(
                                    body ->> 'Body', '[^A-Za-z]', '', 'g') COLLATE "C") = ANY(:words))))
                        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .bind("channel", Words.of(channel))
                .bind("kind", Words.of(kind))
                .bind("later", TextArray.of(later))
                .bind(
                        "words",
                        TextArray.of(
                                Stream.concat(STOPS.stream(), STARTS.stream()).toList()))
                .map(InboundStore::inbound)
                .findOne();
    }

    /**
     * As {@link #next}, of reports on messages: one whose message is not known here waits until {@code givenUp}, since it
     * may have come before the message's own row.
     *
     * @param field under which the report names the message
     */
    public static Optional<Inbound> nextStatus(Handle handle, Channel channel, String field, Instant givenUp) {
        return handle.createQuery("""
                        SELECT i.id, i.received_at, i.body FROM inbound i
                        WHERE i.handled_at IS NULL AND i.channel = :channel AND i.kind = 'status'
                            AND (i.received_at < :givenUp
                                OR EXISTS (SELECT FROM message m WHERE m.provider_id = i.body ->> :field))
                        ORDER BY i.id LIMIT 1 FOR UPDATE OF i SKIP LOCKED""")
                .bind("channel", Words.of(channel))
                .bind("field", field)
                .bind("givenUp", givenUp)
                .map(InboundStore::inbound)
                .findOne();
    }

    /** What waits to be handled, of all channels, the oldest first; at most {@code most}. */
    public static List<Long> waiting(Handle handle, int most) {
        return handle.createQuery("SELECT id FROM inbound WHERE handled_at IS NULL ORDER BY id LIMIT :most")
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    /** Writes down what became of it. */
    public static void handled(Handle handle, long id, String outcome, Instant at) {
        handle.createUpdate("UPDATE inbound SET handled_at = :at, outcome = :outcome WHERE id = :id")
                .bind("id", id)
                .bind("at", at)
                .bind("outcome", outcome)
                .execute();
    }

    /** Sets aside what cannot be handled; false where it has been handled meanwhile. */
    public static boolean setAside(Handle handle, long id, String reason, Instant at) {
        return handle.createUpdate("""
                        UPDATE inbound SET handled_at = :at, outcome = 'set aside: ' || :reason
                        WHERE id = :id AND handled_at IS NULL""")
                        .bind("id", id)
                        .bind("at", at)
                        .bind("reason", reason)
                        .execute()
                == 1;
    }

    /** Whether a reply by {@code channel} from this address was handled with this outcome since {@code since}. */
    public static boolean answeredSince(Handle handle, Channel channel, String from, String outcome, Instant since) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM inbound
                        WHERE channel = :channel AND kind = 'reply' AND body ->> 'From' = :from
                            AND outcome = :outcome AND handled_at > :since)""")
                .bind("channel", Words.of(channel))
                .bind("from", from)
                .bind("outcome", outcome)
                .bind("since", since)
                .mapTo(Boolean.class)
                .one();
    }

    private static Inbound inbound(ResultSet row, StatementContext context) throws SQLException {
        return new Inbound(
                row.getLong("id"),
                AskRows.instant(row, "received_at").orElseThrow(),
                fields(Json.read(row.getString("body"))));
    }

    private static Map<String, String> fields(JsonNode body) {
        Map<String, String> fields = new LinkedHashMap<>();
        body.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }
}
