package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.guard.Finding;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.guard.Lack;

/** What the guards found missing: since when, until when, and who was told. Nothing is deleted. */
public final class GuardStore {
    private GuardStore() {}

    /** A finding that is open: its number, since when it is, and when somebody was last told. */
    public record Open(long number, String guard, Finding finding, Instant since, Optional<Instant> told) {}

    /** Writes down that a guard finds this, and says how it stands. */
    public static Open seen(Handle handle, Guard guard, Finding finding, Instant at) {
        return handle.createQuery("""
                        INSERT INTO finding (guard, watch, subject, matter, entry, person, sentence, remedy, first_seen, last_seen)
                        VALUES (:guard, :watch, :subject, :matter, :entry, :person, :sentence, :remedy, :at, :at)
                        ON CONFLICT (guard, subject) WHERE cleared_at IS NULL
                            DO UPDATE SET last_seen = :at, sentence = excluded.sentence, remedy = excluded.remedy
                        RETURNING *""")
                .bind("guard", guard.id())
                .bind("watch", Words.of(finding.lack()))
                .bind("subject", finding.subject())
                .bind("matter", finding.matter().map(MatterId::value).orElse(null))
                .bind("entry", finding.entry().map(EntryId::value).orElse(null))
                .bind("person", finding.person().map(PersonId::value).orElse(null))
                .bind("sentence", finding.sentence())
                .bind("remedy", finding.remedy())
                .bind("at", at)
                .map((row, context) -> open(row))
                .one();
    }

    /** What a guard found before and does not find at {@code at} is cleared; says how many those are. */
    public static int clear(Handle handle, String guard, Instant at) {
        return handle.createUpdate("""
                        UPDATE finding SET cleared_at = :at
                        WHERE guard = :guard AND cleared_at IS NULL AND last_seen < :at""").bind("guard", guard).bind("at", at).execute();
    }

    /** What guards found that are no more is cleared, and they are woken no more. */
    public static void keepOnly(Handle handle, Collection<String> guards, Instant at) {
        handle.createUpdate("UPDATE finding SET cleared_at = :at WHERE cleared_at IS NULL AND guard <> ALL(:guards)")
                .bind("guards", TextArray.of(guards))
                .bind("at", at)
                .execute();
        AppointmentStore.keepOnly(
                handle, "guard ", guards.stream().map(guard -> "guard " + guard).toList());
    }

    /** Somebody was told of a finding. */
    public static void told(Handle handle, long number, Instant at) {
        handle.createUpdate("UPDATE finding SET told_at = :at WHERE id = :id")
                .bind("id", number)
                .bind("at", at)
                .execute();
    }

    /** All that are open, the oldest first. */
    public static List<Open> open(Handle handle) {
        return handle.createQuery("SELECT * FROM finding WHERE cleared_at IS NULL ORDER BY first_seen, id")
                .map((row, context) -> open(row))
                .list();
    }

    /** How many are open, by what is missing. */
    public static Map<String, Integer> counts(Handle handle) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        handle.createQuery("SELECT watch, count(*) FROM finding WHERE cleared_at IS NULL GROUP BY watch ORDER BY watch")
                .map((row, context) -> counts.put(row.getString(1), row.getInt(2)))
                .list();
        return counts;
    }

    /** Channels of people whose addresses must not or cannot be used for now, each with the reason. */
    public static Map<PersonId, Map<Channel, String>> dead(Handle handle) {
        Map<PersonId, Map<Channel, String>> dead = new HashMap<>();
        handle.createQuery("""
                        SELECT p.id, s.channel, s.why, s.detail FROM person p JOIN suppression s ON s.ended_at IS NULL
                            AND s.address = CASE s.channel WHEN 'email' THEN p.body ->> 'email' ELSE p.body ->> 'mobile' END""")
                .map((row, context) -> dead.computeIfAbsent(
                                new PersonId(row.getString("id")), person -> new EnumMap<>(Channel.class))
                        .put(
                                AskRows.word(Channel.class, row.getString("channel")),
                                Optional.ofNullable(row.getString("detail")).orElse(row.getString("why"))))
                .list();
        return dead;
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getLong("id"),
                row.getString("guard"),
                new Finding(
                        AskRows.word(Lack.class, row.getString("watch")),
                        Optional.ofNullable(row.getString("matter")).map(MatterId::new),
                        Optional.ofNullable(row.getString("entry")).map(EntryId::new),
                        Optional.ofNullable(row.getString("person")).map(PersonId::new),
                        row.getString("sentence"),
                        row.getString("remedy")),
                AskRows.instant(row, "first_seen").orElseThrow(),
                AskRows.instant(row, "told_at"));
    }
}
