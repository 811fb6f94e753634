package org.tickler.engine.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;

/** Messages, and every try to send one: written down before the network is touched, and again when its outcome is known. */
public final class AttemptStore {
    /** All in one statement: the other side of each is waited for, and every message waits for it. */
    private static final String BEGIN = """
            WITH line AS (
                SELECT * FROM unnest(:messages, :reminders, :codes, :passages, :fences)
                    AS l(message, reminder, code, passage, fence)
            ), held AS (
                SELECT r.id FROM reminder r JOIN line l ON r.id = l.reminder AND r.fence = l.fence
                WHERE r.state = 'sending' ORDER BY r.id FOR NO KEY UPDATE OF r
            ), ours AS (
                SELECT * FROM unnest(:ids, :channels, :recipients, :addresses, :subjects, :bodies, :duplicates)
                    AS m(id, channel, recipient, address, subject, body, duplicate)
                WHERE NOT EXISTS (
                    SELECT FROM line l WHERE l.message = m.id AND l.reminder NOT IN (SELECT id FROM held))
            ), put AS (
                INSERT INTO message (id, channel, recipient, address, subject, body, made_at)
                SELECT id, channel, recipient, address, nullif(subject, ''), body, :now FROM ours
                ON CONFLICT (id) DO UPDATE
                    SET address = excluded.address, subject = excluded.subject, body = excluded.body
            ), tried AS (
                INSERT INTO attempt (message, number, node, began_at)
                SELECT id, 1 + (SELECT count(*) FROM attempt a WHERE a.message = ours.id), :node, :now FROM ours
                RETURNING id, message
            ), put_lines AS (
                INSERT INTO attempt_reminder (attempt, reminder, code, passage, fence)
                SELECT t.id, l.reminder, nullif(l.code, ''), nullif(l.passage, ''), l.fence FROM tried t JOIN line l ON l.message = t.message
            ), told AS (
                UPDATE reminder r SET message = o.id, tries = r.tries + 1,
                    possible_duplicate = r.possible_duplicate OR o.duplicate = 'yes'
                FROM line l JOIN ours o ON o.id = l.message WHERE r.id = l.reminder
            )
            SELECT id, message FROM tried""";

    private AttemptStore() {}

    /**
     * Writes down that messages are about to be sent. A message one of whose claims another process has taken over is left
     * out.
     *
     * @return the number of the attempt, by message
     */
    public static Map<String, Long> begin(Handle handle, Collection<Outgoing> messages, String node, Instant now) {
        List<OutgoingLine> lines =
                messages.stream().flatMap(message -> message.lines().stream()).toList();
        Map<String, Long> attempts = new HashMap<>();
        handle.createQuery(BEGIN)
                .bind("now", now)
                .bind("node", node)
                .bind("messages", messagesOfLines(messages))
                .bind("reminders", texts(lines, OutgoingLine::reminder))
                .bind("codes", texts(lines, line -> line.code().orElse("")))
                .bind("passages", texts(lines, line -> line.passage().orElse("")))
                .bind("fences", lines.stream().map(OutgoingLine::fence).toArray(Long[]::new))
                .bind("ids", texts(messages, Outgoing::id))
                .bind("channels", texts(messages, message -> Words.of(message.channel())))
                .bind("recipients", texts(messages, message -> message.to().value()))
                .bind("addresses", texts(messages, Outgoing::address))
                .bind("subjects", texts(messages, message -> message.kept().subject()))
                .bind("bodies", texts(messages, message -> message.kept().body()))
                .bind("duplicates", texts(messages, message -> message.kept().possibleDuplicate() ? "yes" : "no"))
                .map((row, context) -> attempts.put(row.getString("message"), row.getLong("id")))
                .list();
        return Map.copyOf(attempts);
    }

    /** Writes down how attempts ended. */
    public static void end(Handle handle, Collection<Ended> ended, Instant now) {
        handle.createUpdate("""
                        UPDATE attempt a SET ended_at = :now, outcome = c.outcome, detail = c.detail,
                            late_result = c.late = 'yes'
                        FROM unnest(:ids, :outcomes, :details, :lates) AS c(id, outcome, detail, late)
                        WHERE a.id = c.id""")
                .bind("now", now)
                .bind("ids", ended.stream().map(Ended::attempt).toArray(Long[]::new))
                .bind("outcomes", texts(ended, Ended::outcome))
                .bind("details", texts(ended, Ended::detail))
                .bind("lates", texts(ended, one -> one.late() ? "yes" : "no"))
                .execute();
    }

    /** Writes down by which names the provider knows messages. */
    public static void name(Handle handle, Map<String, String> providerIds) {
        if (providerIds.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        UPDATE message m SET provider_id = c.provider
                        FROM unnest(:ids, :providers) AS c(id, provider) WHERE m.id = c.id""")
                .bind("ids", providerIds.keySet().toArray(String[]::new))
                .bind("providers", providerIds.values().toArray(String[]::new))
                .execute();
    }

    /** The process that sent these is lost: the outcomes of what it had under way are unknown. */
    static void loseTrackOf(Handle handle, Collection<String> reminders, Instant now) {
        handle.createUpdate("""
                        UPDATE attempt SET ended_at = :now, outcome = 'unknown',
                            detail = 'the process that sent it stopped before it could say what became of it'
                        WHERE outcome IS NULL AND id IN (
                            SELECT attempt FROM attempt_reminder WHERE reminder = ANY(:reminders))""")
                .bind("now", now)
                .bind("reminders", TextArray.of(reminders))
                .execute();
    }

    /** For each of these messages that has any, when its tries of unknown outcome began. */
    static Map<String, List<Instant>> unknown(Handle handle, Collection<String> messages) {
        Map<String, List<Instant>> unknown = new HashMap<>();
        if (!messages.isEmpty()) {
            handle.createQuery("""
                            SELECT message, began_at FROM attempt
                            WHERE message = ANY(:messages) AND outcome = 'unknown' ORDER BY began_at""")
                    .bind("messages", TextArray.of(messages))
                    .map((row, context) -> unknown.computeIfAbsent(
                                    row.getString("message"), message -> new ArrayList<>())
                            .add(row.getObject("began_at", OffsetDateTime.class).toInstant()))
                    .list();
        }
        return unknown;
    }

    private static String[] messagesOfLines(Collection<Outgoing> messages) {
        return messages.stream()
                .flatMap(message -> message.lines().stream().map(line -> message.id()))
                .toArray(String[]::new);
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    /** A message about to be sent. */
    public record Outgoing(
            String id, Channel channel, PersonId to, String address, KeptCopy kept, List<OutgoingLine> lines) {}

    /** What is kept of a message: its words, with the places of answer links and never their tokens. */
    public record KeptCopy(String subject, String body, boolean possibleDuplicate) {}

    /**
     * One reminder in it, and the claim under which it is sent.
     *
     * @param passage what the message says of it, with the places of links; empty: all of the message speaks of it
     */
    public record OutgoingLine(String reminder, Optional<String> code, Optional<String> passage, long fence) {}

    /**
     * How an attempt ended.
     *
     * @param outcome its word, such as {@code accepted}
     * @param late whether the claim had been taken over by then, so that the result counts for the record only
     */
    public record Ended(long attempt, String outcome, String detail, boolean late) {}
}
