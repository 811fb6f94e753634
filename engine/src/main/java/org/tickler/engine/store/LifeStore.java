package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;

/** All that happened around an entry, from every table that keeps a part of it. It reads only. */
public final class LifeStore {
    private static final String TRIED = """
            SELECT t.began_at AS at, t.ended_at AS until, jsonb_strip_nulls(jsonb_build_object('message', m.id,
                'reminder', r.id, 'ask', r.ask, 'to', m.recipient, 'asked', r.asked, 'channel', m.channel,
                'address', m.address, 'purpose', r.purpose, 'why', r.why, 'revision', r.revision, 'ladder', a.ladder,
                'rung', a.rung, 'answer-within', a.answer_within, 'outcome', coalesce(t.outcome, 'under-way'),
                'detail', t.detail, 'late-result', t.late_result, 'possible-duplicate', r.possible_duplicate,
                'provider', m.provider_state, 'provider-id', m.provider_id)) AS facts
            FROM reminder r JOIN ask a ON a.id = r.ask JOIN attempt_reminder l ON l.reminder = r.id
            JOIN attempt t ON t.id = l.attempt JOIN message m ON m.id = t.message
            WHERE r.entry = :entry ORDER BY t.began_at, t.id, r.id""";
    private static final String NOT_TOLD = """
            SELECT r.state_at AS at, CAST(NULL AS timestamptz) AS until, jsonb_strip_nulls(jsonb_build_object(
                'reminder', r.id, 'ask', r.ask, 'to', r.recipient, 'asked', r.asked, 'channel', r.channel,
                'purpose', r.purpose, 'why', r.why, 'revision', r.revision, 'state', r.state,
                'reason', coalesce(r.state_reason, r.suppressed_as))) AS facts
            FROM reminder r WHERE r.entry = :entry AND (r.state IN ('suppressed', 'held')
                OR r.state = 'failed' AND NOT EXISTS (SELECT FROM attempt_reminder l WHERE l.reminder = r.id))
            ORDER BY r.state_at, r.id""";
    private static final String ANSWERED = """
            SELECT s.at, CAST(NULL AS timestamptz) AS until, jsonb_strip_nulls(jsonb_build_object('ask', s.ask,
                'answer', s.answer, 'by', s.said_by, 'for', s.said_for, 'how', s.how, 'late', s.late,
                'passed-to', s.passed_to, 'asked', a.asked, 'ladder', a.ladder, 'rung', a.rung,
                'revision', a.revision)) AS facts
            FROM answer s JOIN ask a ON a.id = s.ask WHERE s.entry = :entry ORDER BY s.id""";
    private static final String ESCALATED = """
            SELECT e.at, CAST(NULL AS timestamptz) AS until, jsonb_build_object('ask', e.root, 'step', e.step,
                'next-ask', e.ask, 'from', a.asked, 'to', b.asked, 'why', e.why, 'ladder', a.ladder,
                'rung', a.rung, 'revision', a.revision) AS facts
            FROM escalation e JOIN ask a ON a.id = e.root JOIN ask b ON b.id = e.ask
            WHERE a.entry = :entry ORDER BY e.at, e.step""";
    private static final String RECEIPT = """
            SELECT c.at, CAST(NULL AS timestamptz) AS until, jsonb_strip_nulls(jsonb_build_object(
                'verdict', c.verdict, 'text', c.text, 'name', c.name, 'size', c.size, 'sha256', c.sha256,
                'by', c.by_whom, 'road', c.road)) AS facts
            FROM receipt c WHERE c.entry = :entry ORDER BY c.id""";
    private static final String QUESTION = """
            SELECT q.asked_at AS at, q.settled_at AS until, jsonb_strip_nulls(jsonb_build_object('code', q.code,
                'sentence', q.sentence, 'asked', q.asked, 'settled-by', q.settled_by,
                'settled-as', q.settled_as)) AS facts
            FROM question q WHERE q.entry = :entry ORDER BY q.id""";
    private static final String FOUND = """
            SELECT f.first_seen AS at, f.cleared_at AS until, jsonb_strip_nulls(jsonb_build_object('guard', f.guard,
                'watch', f.watch, 'sentence', f.sentence)) AS facts
            FROM finding f WHERE f.entry = :entry OR (f.entry IS NULL AND f.matter = :matter) ORDER BY f.id""";
    private static final String GAP = """
            SELECT p.at, CAST(NULL AS timestamptz) AS until, jsonb_build_object('proof', g.proof,
                'reminder', g.reminder, 'to', g.person, 'channel', g.channel, 'sentence', g.sentence) AS facts
            FROM proof_gap g JOIN proof p ON p.id = g.proof WHERE g.entry = :entry ORDER BY p.id, g.number""";

    private LifeStore() {}

    /** What sort of thing happened; of what happened at one instant the first stands first. */
    public enum What {
        /** A person, a source or a rule changed it. */
        ACT,
        /** Something was done to its matter as a whole. */
        MATTER_ACT,
        RECEIPT,
        QUESTION,
        /** A guard found something missing. */
        FOUND,
        /** The coverage proof found something missing. */
        GAP,
        ANSWERED,
        /** Somebody answered to a date that did not hold any more. */
        FORMER_ANSWER,
        ESCALATED,
        /** Somebody was told, or it was tried. */
        TRIED,
        /** A reminder did not leave. */
        NOT_TOLD,
        /** A feed showed it. */
        FEED
    }

    /**
     * One thing that happened.
     *
     * @param until when it was over; empty: it is not, or it took no time
     * @param facts what else is known, by stable keys; people by their ids
     */
    public record Row(Instant at, Optional<Instant> until, What what, JsonNode facts) {}

    /** What happened around an entry, but for acts and feeds; sort by sort. */
    public static List<Row> of(Handle handle, EntryId entry, MatterId matter) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(rows(handle, TRIED, What.TRIED, entry, matter));
        rows.addAll(rows(handle, NOT_TOLD, What.NOT_TOLD, entry, matter));
        rows.addAll(rows(handle, ANSWERED, What.ANSWERED, entry, matter));
        rows.addAll(rows(handle, ESCALATED, What.ESCALATED, entry, matter));
        rows.addAll(rows(handle, RECEIPT, What.RECEIPT, entry, matter));
        rows.addAll(rows(handle, QUESTION, What.QUESTION, entry, matter));
        rows.addAll(rows(handle, FOUND, What.FOUND, entry, matter));
        rows.addAll(rows(handle, GAP, What.GAP, entry, matter));
        return List.copyOf(rows);
    }

    private static List<Row> rows(Handle handle, String sql, What what, EntryId entry, MatterId matter) {
        Query query = handle.createQuery(sql).bind("entry", entry.value()).bind("matter", matter.value());
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return query.map((row, context) -> row(row, what)).list();
    }

    private static Row row(ResultSet row, What what) throws SQLException {
        return new Row(
                AskRows.instant(row, "at").orElseThrow(),
                AskRows.instant(row, "until"),
                what,
                Json.read(row.getString("facts")));
    }
}
