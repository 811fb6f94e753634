package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;

/** Reminders that failed, and what follows: the same ask on another channel. */
public final class FollowUpStore {

    private FollowUpStore() {}

    /** A reminder of an ask, in short. */
    public record Line(
            ReminderId id, AskId ask, Channel channel, PersonId recipient, ReminderState state, String reason) {
        /** Whether it reached its reader, or still may. */
        public boolean stands() {
            return switch (state) {
                case PLANNED, HELD, SENDING, SENT, DELIVERED -> true;
                case FAILED, SUPPRESSED, WITHDRAWN -> false;
            };
        }
    }

    /** Up to {@code most} reminders that failed and have led to nothing yet, the oldest first. */
    public static List<Line> failed(Handle handle, int most) {
        return handle.createQuery("""
                        SELECT id, ask, channel, recipient, state, state_reason FROM reminder
                        WHERE state = 'failed' AND NOT followed_up ORDER BY state_at, id LIMIT :most""")
                .bind("most", most)
                .map(FollowUpStore::line)
                .list();
    }

    /** All reminders of an ask. */
    public static List<Line> ofAsk(Handle handle, AskId ask) {
        return handle.createQuery(
                        "SELECT id, ask, channel, recipient, state, state_reason FROM reminder WHERE ask = :ask ORDER BY id")
                .bind("ask", ask.value())
                .map(FollowUpStore::line)
                .list();
    }

    /** Why an ask was put, in the words of the first of its reminders. */
    public static Optional<String> why(Handle handle, AskId ask) {
        return handle.createQuery("SELECT why FROM reminder WHERE ask = :ask ORDER BY due_at, id LIMIT 1")
                .bind("ask", ask.value())
                .mapTo(String.class)
                .findOne();
    }

    /**
     * What the SMS carried of asks that still wait for this person's answer: where the number is lost, they must be put
     * by another channel.
     */
    public static List<Line> waitingBySms(Handle handle, PersonId person) {
        return handle.createQuery("""
                        SELECT r.id, r.ask, r.channel, r.recipient, r.state, r.state_reason FROM reminder r
                        JOIN ask a ON a.id = r.ask
                        WHERE r.recipient = :person AND r.channel = 'sms' AND r.state IN ('sent', 'delivered')
                            AND a.answer_within IS NOT NULL AND a.answer IS NULL AND a.state IN ('open', 'escalated')
                        ORDER BY r.id""")
                .bind("person", person.value())
                .map(FollowUpStore::line)
                .list();
    }

    /** Claims a failed reminder for following up; false where another process has done so already. */
    public static boolean claim(Handle handle, ReminderId id) {
        return handle.createUpdate(
                                "UPDATE reminder SET followed_up = true WHERE id = :id AND state = 'failed' AND NOT followed_up")
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    /** Claims all failed reminders of an ask: what follows is for all of them. */
    public static void claimAll(Handle handle, AskId ask) {
        handle.createUpdate(
                        "UPDATE reminder SET followed_up = true WHERE ask = :ask AND state = 'failed' AND NOT followed_up")
                .bind("ask", ask.value())
                .execute();
    }

    /** What had left does not count as told any more: it failed, and leads on. */
    public static void lost(Handle handle, ReminderId id, String why, Instant at) {
        handle.createUpdate("""
                        UPDATE reminder SET state = 'failed', state_reason = :why, state_at = :at
                        WHERE id = :id AND state IN ('sent', 'delivered')""")
                .bind("id", id.value())
                .bind("why", why)
                .bind("at", at)
                .execute();
    }

    /**
     * Puts the ask of {@code failed} on another channel, due at once, also where it had been withdrawn from that one, as it
     * is when somebody stands in. Nothing happens where it is on that one already.
     */
    public static ReminderId onChannel(
            Handle handle, ReminderId failed, Channel channel, String why, Instant at, ZoneId zone) {
        AskId ask = handle.createQuery("SELECT ask FROM reminder WHERE id = :id")
                .bind("id", failed.value())
                .map((row, context) -> new AskId(row.getString("ask")))
                .one();
        ReminderId id = ReminderId.of(ask, channel);
        handle.createUpdate("""
                        INSERT INTO reminder (id, ask, entry, matter, revision, purpose, asked, recipient, channel, due_at,
                            due_local, due_zone, tzdb, book, first_owed_at, entered_late, why, state, state_at, try_at)
                        SELECT :new, ask, entry, matter, revision, purpose, asked, recipient, :channel, :at,
                            :local, :zone, :tzdb, book, :at, entered_late, :why, 'planned', :at, :at
                        FROM reminder WHERE id = :id
                        ON CONFLICT (id) DO UPDATE SET recipient = excluded.recipient, purpose = excluded.purpose,
                            due_at = excluded.due_at, due_local = excluded.due_local, due_zone = excluded.due_zone,
                            tzdb = excluded.tzdb, book = excluded.book, first_owed_at = excluded.first_owed_at,
                            entered_late = excluded.entered_late, suppressed_as = NULL, why = excluded.why,
                            state = 'planned', state_reason = NULL, state_at = excluded.state_at, try_at = excluded.try_at,
                            tries = 0, hold = NULL, lease_until = NULL,
                            possible_duplicate = reminder.possible_duplicate AND reminder.recipient = excluded.recipient,
                            message = CASE WHEN reminder.recipient = excluded.recipient THEN reminder.message END
                        WHERE reminder.state = 'withdrawn'""")
                .bind("new", id.value())
                .bind("id", failed.value())
                .bind("channel", Words.of(channel))
                .bind("at", at)
                .bind("local", LocalDateTime.ofInstant(at, zone))
                .bind("zone", zone)
                .bind("tzdb", Tzdb.version())
                .bind("why", why)
                .execute();
        return id;
    }

    /**
     * Raises an alarm of the engine itself: an ask that wants no answer, on each of the channels, due at once. The same
     * alarm raised again by the same {@code key} changes nothing.
     */
    public static void alarm(Handle handle, Alarm alarm, List<Channel> channels, Instant at) {
        raise(handle, Purpose.ALARM, alarm, channels, at);
    }

    /** Whether an alarm of this key was raised. */
    public static boolean isRaised(Handle handle, String key) {
        return isAnyRaised(handle, List.of(key));
    }

    /** Whether an alarm of one of these keys was raised. */
    public static boolean isAnyRaised(Handle handle, List<String> keys) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM ask WHERE id = ANY(:ids))")
                .bind("ids", TextArray.of(keys.stream().map(AskId::alarm).toList()))
                .mapTo(Boolean.class)
                .one();
    }

    /** Writes back to somebody who wrote, as {@link #alarm} raises one: once by the same key, due at once. */
    public static void writeBack(Handle handle, Alarm word, List<Channel> channels, Instant at) {
        raise(handle, Purpose.WRITTEN_BACK, word, channels, at);
    }

    private static void raise(Handle handle, Purpose purpose, Alarm alarm, List<Channel> channels, Instant at) {
        AskId ask = alarm.ask();
        handle.createUpdate("""
                        INSERT INTO ask (id, revision, purpose, ladder, rung, asked, step, planned_at)
                        VALUES (:id, 1, :purpose, :purpose, :key, :asked, 0, :at) ON CONFLICT DO NOTHING""")
                .bind("id", ask.value())
                .bind("purpose", Words.of(purpose))
                .bind("key", alarm.key())
                .bind("asked", alarm.to().value())
                .bind("at", at)
                .execute();
        for (Channel channel : channels) {
            handle.createUpdate("""
                            INSERT INTO reminder (id, ask, revision, purpose, asked, recipient, channel, due_at, due_local,
                                due_zone, tzdb, book, first_owed_at, why, state, state_at, try_at)
                            VALUES (:id, :ask, 1, :purpose, :to, :to, :channel, :at, :local, :zone, :tzdb, :book, :at, :why,
                                'planned', :at, :at) ON CONFLICT DO NOTHING""")
                    .bind("id", ReminderId.of(ask, channel).value())
                    .bind("ask", ask.value())
                    .bind("purpose", Words.of(purpose))
                    .bind("to", alarm.to().value())
                    .bind("channel", Words.of(channel))
                    .bind("at", at)
                    .bind("local", LocalDateTime.ofInstant(at, alarm.zone()))
                    .bind("zone", alarm.zone())
                    .bind("tzdb", Tzdb.version())
                    .bind("book", alarm.book())
                    .bind("why", alarm.why())
                    .execute();
        }
    }

    /**
     * Something that must be said about the engine itself.
     *
     * @param key what it is about, so that it is raised once
     * @param why in words
     */
    public record Alarm(String key, PersonId to, ZoneId zone, String book, String why) {
        AskId ask() {
            return AskId.alarm(key);
        }
    }

    private static Line line(ResultSet row, StatementContext context) throws SQLException {
        return new Line(
                new ReminderId(row.getString("id")),
                new AskId(row.getString("ask")),
                AskRows.word(Channel.class, row.getString("channel")),
                new PersonId(row.getString("recipient")),
                AskRows.word(ReminderState.class, row.getString("state")),
                Optional.ofNullable(row.getString("state_reason")).orElse("unknown"));
    }
}
