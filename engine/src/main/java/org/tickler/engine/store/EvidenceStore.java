package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.Evidence.Held;
import org.tickler.engine.store.Evidence.Outage;
import org.tickler.engine.store.Evidence.Progress;
import org.tickler.engine.store.Evidence.Row;
import org.tickler.engine.store.Evidence.Try;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Told;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.ReminderId;

/** What is recorded of what was to be told: attempts and what providers said of them first, rows after that. It reads only. */
public final class EvidenceStore {
    private EvidenceStore() {}

    /** What is recorded of these reminders, in outages that had not ended by {@code since}. */
    public static Evidence of(Handle handle, Collection<PlannedReminder> expected, Instant since) {
        Set<AskId> asks = expected.stream().map(one -> one.ask().id()).collect(Collectors.toUnmodifiableSet());
        return new Evidence(
                rows(handle, expected),
                tries(handle, asks),
                answered(handle, asks),
                ledOn(handle, asks),
                outages(handle, since));
    }

    /** What people were told of entries of these matters before an instant: by what was sent, not by what reminders say of themselves. */
    public static Map<EntryId, Map<PersonId, List<Told>>> told(
            Handle handle, Collection<MatterId> matters, Instant before) {
        return ToldStore.read(
                handle.createQuery("""
                        SELECT told.*, v.day, v.hour, v.starts, v.ends, v.zone, v.location, v.mode,
                            ARRAY(SELECT DISTINCT a.ladder || '/' || a.rung FROM ask a JOIN answer said ON said.ask = a.id
                                WHERE a.entry = told.entry AND a.revision = told.revision AND a.asked = told.recipient
                                    AND said.at < :before AND said.answer <> 'not-ready') AS answered
                        FROM (
                            SELECT r.entry, m.recipient, r.revision, bool_or(r.purpose IN ('cancelled', 'stayed')) AS off
                            FROM reminder r JOIN attempt_reminder l ON l.reminder = r.id
                            JOIN attempt t ON t.id = l.attempt JOIN message m ON m.id = t.message
                            WHERE r.matter = ANY(:matters) AND r.entry IS NOT NULL AND t.began_at < :before
                                AND coalesce(t.outcome, 'unknown') IN ('accepted', 'unknown')
                                AND coalesce(m.provider_state, '') NOT IN ('failed', 'undelivered', 'canceled')
                            GROUP BY r.entry, m.recipient, r.revision) told
                        JOIN entry_revision v ON v.entry = told.entry AND v.revision = told.revision
                        ORDER BY told.revision""").bind("matters", TextArray.of(matters)).bind("before", before));
    }

    private static Map<ReminderId, Row> rows(Handle handle, Collection<PlannedReminder> expected) {
        return handle
                .createQuery("""
                        SELECT r.*, a.state AS ask_state, h.id AS hold_id, h.released_at FROM reminder r
                        JOIN ask a ON a.id = r.ask LEFT JOIN hold h ON h.id = r.hold WHERE r.id = ANY(:ids)""")
                .bind(
                        "ids",
                        TextArray.of(expected.stream().map(PlannedReminder::id).toList()))
                .map((row, context) -> Map.entry(new ReminderId(row.getString("id")), row(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Row row(ResultSet row) throws SQLException {
        Optional<Instant> released = AskRows.instant(row, "released_at");
        return new Row(
                new PersonId(row.getString("recipient")),
                AskRows.instant(row, "due_at").orElseThrow(),
                new Progress(
                        AskRows.word(ReminderState.class, row.getString("state")),
                        Optional.ofNullable(row.getString("state_reason")),
                        AskRows.instant(row, "state_at").orElseThrow(),
                        AskRows.instant(row, "try_at").orElseThrow(),
                        row.getInt("tries")),
                new Held(row.getString("hold_id") != null && released.isEmpty(), released),
                AskRows.word(AskState.class, row.getString("ask_state")));
    }

    private static Map<AskId, List<Try>> tries(Handle handle, Set<AskId> asks) {
        return handle
                .createQuery("""
                        SELECT r.ask, l.reminder, m.recipient, m.channel, t.began_at, t.outcome, m.provider_state
                        FROM reminder r JOIN attempt_reminder l ON l.reminder = r.id JOIN attempt t ON t.id = l.attempt
                        JOIN message m ON m.id = t.message WHERE r.ask = ANY(:asks) ORDER BY t.began_at, t.id""")
                .bind("asks", TextArray.of(asks))
                .map((row, context) -> Map.entry(
                        new AskId(row.getString("ask")),
                        new Try(
                                new ReminderId(row.getString("reminder")),
                                new PersonId(row.getString("recipient")),
                                AskRows.word(Channel.class, row.getString("channel")),
                                AskRows.instant(row, "began_at").orElseThrow(),
                                Optional.ofNullable(row.getString("outcome")),
                                Optional.ofNullable(row.getString("provider_state")))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** By the audit, of which nothing can be changed, and not by what an ask says of itself. */
    private static Set<AskId> answered(Handle handle, Set<AskId> asks) {
        return Set.copyOf(handle.createQuery("""
                        SELECT a.id FROM ask a WHERE a.id = ANY(:asks) AND EXISTS (
                            SELECT FROM audit u JOIN ask b ON b.id = u.detail ->> 'ask'
                            WHERE u.entry = a.entry AND u.act = 'answered'
                                AND b.revision = a.revision AND b.ladder = a.ladder AND b.rung = a.rung)""")
                .bind("asks", TextArray.of(asks))
                .map((row, context) -> new AskId(row.getString("id")))
                .list());
    }

    private static Set<AskId> ledOn(Handle handle, Set<AskId> asks) {
        return new HashSet<>(handle.createQuery("SELECT DISTINCT root FROM escalation WHERE root = ANY(:asks)")
                .bind("asks", TextArray.of(asks))
                .map((row, context) -> new AskId(row.getString("root")))
                .list());
    }

    private static List<Outage> outages(Handle handle, Instant since) {
        return handle.createQuery(
                        "SELECT channel, began_at, ended_at FROM incident WHERE ended_at IS NULL OR ended_at > :since")
                .bind("since", since)
                .map((row, context) -> new Outage(
                        Words.find(Channel.class, row.getString("channel")).orElseThrow(),
                        AskRows.instant(row, "began_at").orElseThrow(),
                        AskRows.instant(row, "ended_at")))
                .list();
    }
}
