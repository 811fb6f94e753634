package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;

/** What evidence of an entry, a matter or a person is made of: messages, receipts, and the audit with its chain. It reads only. */
public final class DossierStore {
    private static final HexFormat HEX = HexFormat.of();
    /** Lines of sheets name matters and not entries; an entry's evidence has of a sheet only what was folded into it. */
    private static final String MESSAGES = """
            SELECT m.*, coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('reminder', x.id,
                    'entry', x.entry, 'matter', x.matter, 'purpose', x.purpose, 'asked', x.asked, 'why', x.why,
                    'revision', x.revision, 'state', x.state, 'passage', x.passage, 'sheet', x.body))
                    ORDER BY x.folded, x.id)
                FROM (SELECT DISTINCT ON (r.id) r.*, l.passage, s.body, s.ask IS NULL AS folded
                    FROM attempt t JOIN attempt_reminder l ON l.attempt = t.id JOIN reminder r ON r.id = l.reminder
                    LEFT JOIN sheet s ON s.ask = r.ask WHERE t.message = m.id ORDER BY r.id, t.id DESC) x), '[]') AS lines,
                (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('number', t.number, 'node', t.node,
                    'outcome', coalesce(t.outcome, 'under-way'), 'detail', t.detail)) ORDER BY t.id)
                FROM attempt t WHERE t.message = m.id) AS tries,
                (SELECT min(t.began_at) FROM attempt t WHERE t.message = m.id) AS began_at
            FROM message m WHERE m.made_at >= :from AND m.made_at < :to AND (
                m.recipient = CAST(:person AS text)
                OR EXISTS (SELECT FROM attempt t JOIN attempt_reminder l ON l.attempt = t.id JOIN reminder r ON r.id = l.reminder
                    WHERE t.message = m.id AND (r.entry = CAST(:entry AS text) OR r.matter = CAST(:matter AS text)))
                OR CAST(:matter AS text) IS NOT NULL AND EXISTS (
                    SELECT FROM attempt t JOIN attempt_reminder l ON l.attempt = t.id JOIN reminder r ON r.id = l.reminder
                    JOIN sheet s ON s.ask = r.ask WHERE t.message = m.id AND jsonb_path_exists(CAST(s.body AS jsonb),
                        '$.sections[*].lines[*] ? (@.matter == $m)', jsonb_build_object('m', CAST(:matter AS text)))))
            ORDER BY m.made_at, m.id""";

    private static final String RECEIPTS = """
            SELECT c.*, (SELECT min(u.seq) FROM audit u WHERE u.entry = c.entry
                AND u.detail -> 'receipt' ->> 'sha256' = c.sha256) AS seq
            FROM receipt c WHERE c.at >= :from AND c.at < :to AND (c.entry = CAST(:entry AS text)
                OR c.matter = CAST(:matter AS text) OR c.by_whom = CAST(:person AS text)) ORDER BY c.id""";
    private static final String AUDIT = """
            SELECT a.*, l.place, l.hash, b.hash AS before FROM audit a JOIN audit_link l ON l.seq = a.seq
            LEFT JOIN audit_link b ON b.place = l.place - 1
            WHERE a.at >= :from AND a.at < :to AND (:all
                OR a.entry = CAST(:entry AS text) OR a.matter = CAST(:matter AS text)
                OR a.who = CAST(:person AS text) OR a.person = CAST(:person AS text)
                OR a.entry IS NULL AND a.act = ANY(:acts)
                    AND a.matter = (SELECT matter FROM entry WHERE id = CAST(:entry AS text)))
            ORDER BY l.place""";
    private static final String ENTRIES = """
            SELECT e.id FROM entry e WHERE (e.id = CAST(:entry AS text) OR e.matter = CAST(:matter AS text)
                OR e.owner = CAST(:person AS text)
                OR EXISTS (SELECT FROM ask k WHERE k.entry = e.id AND k.asked = CAST(:person AS text))
                OR EXISTS (SELECT FROM reminder r WHERE r.entry = e.id AND r.recipient = CAST(:person AS text))
                OR EXISTS (SELECT FROM audit u WHERE u.entry = e.id AND u.who = CAST(:person AS text)))
            ORDER BY e.day NULLS LAST, e.id""";

    private DossierStore() {}

    /**
     * Whose evidence is meant: at most one of the three is there.
     *
     * @param from the first instant, inclusive
     * @param to the last one, exclusive
     */
    public record Scope(
            Optional<EntryId> entry, Optional<MatterId> matter, Optional<String> person, Instant from, Instant to) {
        /** Whether it is the firm's as a whole. */
        public boolean isFirm() {
            return entry.isEmpty() && matter.isEmpty() && person.isEmpty();
        }
    }

    /**
     * A message as it is kept.
     *
     * @param body its text, with the places of answer links
     * @param lines the reminders in it: what each is about, what the message says of it, the sheet that it is
     */
    public record Message(
            String id,
            String channel,
            String recipient,
            String address,
            Optional<String> subject,
            String body,
            Instant made,
            Optional<Instant> began,
            Optional<String> provider,
            JsonNode lines,
            JsonNode tries) {}

    /** The messages that tell of it, the first made first. */
    public static List<Message> messages(Handle handle, Scope scope) {
        return bind(handle.createQuery(MESSAGES), scope)
                .map((row, context) -> new Message(
                        row.getString("id"),
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getString("address"),
                        Optional.ofNullable(row.getString("subject")),
                        row.getString("body"),
                        AskRows.instant(row, "made_at").orElseThrow(),
                        AskRows.instant(row, "began_at"),
                        Optional.ofNullable(row.getString("provider_state")),
                        Json.read(row.getString("lines")),
                        Json.read(Optional.ofNullable(row.getString("tries")).orElse("[]"))))
                .list();
    }

    /** A receipt of an entry, and the number of the audit's row that holds its hash; empty: none does. */
    public record Receipt(ReceiptStore.Row row, MatterId matter, Optional<Long> audit) {}

    /** The receipts, the first first. */
    public static List<Receipt> receipts(Handle handle, Scope scope) {
        return bind(handle.createQuery(RECEIPTS), scope)
                .map((row, context) -> new Receipt(
                        ReceiptStore.row(row, context),
                        new MatterId(row.getString("matter")),
                        Optional.ofNullable(row.getObject("seq", Long.class))))
                .list();
    }

    /** A row of the audit in its place of the chain; {@code before}: the hash of the link before, in hexadecimal digits. */
    public record Chained(AuditStore.Link link, Optional<String> before, AuditStore.Numbered row) {}

    /** The rows of the audit that are in the chain, by place; of an entry also what {@code acts} did to its matter as a whole. */
    public static List<Chained> audit(Handle handle, Scope scope, List<String> acts) {
        return bind(handle.createQuery(AUDIT), scope)
                .bind("all", scope.isFirm())
                .bind("acts", TextArray.of(acts))
                .map((row, context) -> new Chained(
                        new AuditStore.Link(
                                row.getLong("place"), row.getLong("seq"), HEX.formatHex(row.getBytes("hash"))),
                        Optional.ofNullable(row.getBytes("before")).map(HEX::formatHex),
                        AuditStore.row(row, context)))
                .list();
    }

    /** The entries that it is about, by date; none for the firm as a whole. */
    public static List<EntryId> entries(Handle handle, Scope scope) {
        return names(handle.createQuery(ENTRIES), scope)
                .map((row, context) -> new EntryId(row.getString("id")))
                .list();
    }

    static Query bind(Query query, Scope scope) {
        return names(query, scope).bind("from", scope.from()).bind("to", scope.to());
    }

    private static Query names(Query query, Scope scope) {
        return query.bind("entry", scope.entry().map(EntryId::value).orElse(null))
                .bind("matter", scope.matter().map(MatterId::value).orElse(null))
                .bind("person", scope.person().orElse(null));
    }
}
