package org.tickler.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;

/** The synthetic reminder, one row that is sent again and again, and what the outside monitor was told. */
public final class HeartbeatStore {
    private static final AskId ASK = AskId.alarm("synthetic");

    private HeartbeatStore() {}

    /**
     * How it stands.
     *
     * @param planted when the synthetic reminder was last due
     * @param pinged when the monitor last heard that all is well
     * @param latency how long the last synthetic reminder took from due to sent
     * @param outcome of the last try, in words
     */
    public record Beat(
            Optional<Instant> planted,
            Optional<Instant> tried,
            Optional<Instant> pinged,
            Optional<Duration> latency,
            String outcome) {
        /** Before the first. */
        public static final Beat NONE =
                new Beat(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "not tried yet");
    }

    /** The synthetic reminder that was planted last: how far it came. */
    public record Planted(Instant due, ReminderState state, Optional<Instant> sent) {}

    public static Optional<Beat> find(Handle handle) {
        return handle.createQuery("SELECT * FROM heartbeat")
                .map((row, context) -> new Beat(
                        AskRows.instant(row, "planted_at"),
                        AskRows.instant(row, "tried_at"),
                        AskRows.instant(row, "pinged_at"),
                        Optional.ofNullable(row.getObject("latency_ms", Long.class))
                                .map(Duration::ofMillis),
                        row.getString("outcome")))
                .findOne();
    }

    /** Writes down how it stands. */
    public static void put(Handle handle, Beat beat) {
        handle.createUpdate("""
                        INSERT INTO heartbeat (planted_at, tried_at, pinged_at, latency_ms, outcome)
                        VALUES (:planted, :tried, :pinged, :latency, :outcome)
                        ON CONFLICT (only_one) DO UPDATE SET planted_at = excluded.planted_at,
                            tried_at = excluded.tried_at, pinged_at = excluded.pinged_at,
                            latency_ms = excluded.latency_ms, outcome = excluded.outcome""")
                .bind("planted", beat.planted())
                .bind("tried", beat.tried())
                .bind("pinged", beat.pinged())
                .bind("latency", beat.latency().map(Duration::toMillis))
                .bind("outcome", beat.outcome())
                .execute();
    }

    /** Makes the synthetic reminder due at {@code at}, by a channel; one that is on its way stays as it is. */
    public static void plant(Handle handle, Channel channel, String book, Instant at) {
        handle.createUpdate("""
                        INSERT INTO ask (id, revision, purpose, ladder, rung, asked, step, planned_at)
                        VALUES (:id, 1, :purpose, :purpose, 'synthetic', :asked, 0, :at) ON CONFLICT DO NOTHING""")
                .bind("id", ASK.value())
                .bind("purpose", Words.of(Purpose.ALARM))
                .bind("asked", Synthetic.ID.value())
                .bind("at", at)
                .execute();
        handle.createUpdate("""
                        INSERT INTO reminder (id, ask, revision, purpose, asked, recipient, channel, due_at, due_local,
                            due_zone, tzdb, book, first_owed_at, why, state, state_at, try_at, synthetic)
                        VALUES (:id, :ask, 1, :purpose, :to, :to, :channel, :at, :local, :zone, :tzdb, :book, :at,
                            'the engine tries its own way', 'planned', :at, :at, true)
                        ON CONFLICT (id) DO UPDATE SET due_at = :at, due_local = :local, tzdb = :tzdb, book = :book,
                            first_owed_at = :at, state = 'planned', state_reason = NULL, state_at = :at, try_at = :at,
                            tries = 0, lease_until = NULL, message = NULL, sent_at = NULL, followed_up = false
                        WHERE reminder.state NOT IN ('planned', 'sending')""")
                .bind("id", ReminderId.of(ASK, channel).value())
                .bind("ask", ASK.value())
                .bind("purpose", Words.of(Purpose.ALARM))
                .bind("to", Synthetic.ID.value())
                .bind("channel", Words.of(channel))
                .bind("at", at)
                .bind("local", LocalDateTime.ofInstant(at, Synthetic.READER.zone()))
                .bind("zone", Synthetic.READER.zone())
                .bind("tzdb", Tzdb.version())
                .bind("book", book)
                .execute();
        Bell.ring(handle);
    }

    /** How far the synthetic reminder by a channel came. */
    public static Optional<Planted> planted(Handle handle, Channel channel) {
        return handle.createQuery("SELECT due_at, state, sent_at FROM reminder WHERE id = :id")
                .bind("id", ReminderId.of(ASK, channel).value())
                .map((row, context) -> new Planted(
                        AskRows.instant(row, "due_at").orElseThrow(),
                        AskRows.word(ReminderState.class, row.getString("state")),
                        AskRows.instant(row, "sent_at")))
                .findOne();
    }
}
