package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.DossierStore.Scope;
import org.tickler.rules.firm.MatterId;

/** What people wrote back by mail or SMS, as it came, and what it is about. It reads only. */
public final class ReplyStore {
    /**
     * What was taken for an answer was handled at the answer's own instant; a mail besides is about whatever stood in our
     * messages that it answers, since it may quote them.
     */
    private static final String REPLIES = """
            WITH wrote AS (
                SELECT i.*, p.id AS who FROM inbound i LEFT JOIN person p ON lower(i.body ->> 'From')
                    = lower(CASE i.channel WHEN 'email' THEN p.body ->> 'email' ELSE p.body ->> 'mobile' END)
                WHERE i.kind = 'reply' AND i.received_at >= :from AND i.received_at < :to),
            about AS (
                SELECT w.id, s.entry, e.matter, NULL AS sheet FROM wrote w
                JOIN answer s ON s.at = w.handled_at AND s.how = w.channel AND s.said_by = w.who
                JOIN entry e ON e.id = s.entry
                UNION SELECT w.id, r.entry, r.matter, h.body::text FROM wrote w
                CROSS JOIN LATERAL regexp_matches(coalesce(w.body ->> 'In-Reply-To', '') || ' '
                    || coalesce(w.body ->> 'References', ''), '<([A-Za-z0-9-]{1,100})@', 'g') AS named(ids)
                JOIN message m ON m.id = named.ids[1]
                JOIN attempt t ON t.message = m.id JOIN attempt_reminder l ON l.attempt = t.id
                JOIN reminder r ON r.id = l.reminder LEFT JOIN sheet h ON h.ask = r.ask
                WHERE w.channel = 'email')
            SELECT i.*, (SELECT array_agg(DISTINCT w.who) FROM wrote w WHERE w.id = i.id AND w.who IS NOT NULL) AS writers,
                coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                    'entry', a.entry, 'matter', a.matter, 'sheet', CAST(a.sheet AS jsonb))))
                    FROM about a WHERE a.id = i.id), '[]') AS about
            FROM inbound i WHERE i.id IN (SELECT w.id FROM wrote w WHERE w.who = CAST(:person AS text)
                UNION SELECT a.id FROM about a WHERE a.entry = CAST(:entry AS text) OR a.matter = CAST(:matter AS text)
                    OR CAST(:matter AS text) IS NOT NULL AND a.sheet IS NOT NULL AND jsonb_path_exists(CAST(a.sheet AS jsonb),
                        '$.sections[*].lines[*] ? (@.matter == $m)', jsonb_build_object('m', CAST(:matter AS text))))
            ORDER BY i.received_at, i.id""";

    private ReplyStore() {}

    /**
     * What somebody wrote back.
     *
     * @param fields the parts of it that are kept
     * @param writers whose address it came from
     * @param outcome what became of it; empty: it waits
     * @param about the matters, and the sheets, that it answers or may quote
     */
    public record Reply(
            long id,
            String channel,
            Instant received,
            Map<String, String> fields,
            List<String> writers,
            Optional<String> outcome,
            List<About> about,
            List<MailStore.File> files) {
        public Reply {
            fields = Map.copyOf(fields);
            writers = List.copyOf(writers);
            about = List.copyOf(about);
            files = List.copyOf(files);
        }
    }

    /** One thing that it is about; without a matter and a sheet: something of no matter. */
    public record About(Optional<MatterId> matter, Optional<JsonNode> sheet) {}

    /** Those that are about it, or that the person wrote, the first first. */
    public static List<Reply> of(Handle handle, Scope scope) {
        return DossierStore.bind(handle.createQuery(REPLIES), scope)
                .map((row, context) -> {
                    java.sql.Array writers = row.getArray("writers");
                    return new Reply(
                            row.getLong("id"),
                            row.getString("channel"),
                            AskRows.instant(row, "received_at").orElseThrow(),
                            fields(Json.read(row.getString("body"))),
                            writers == null ? List.of() : List.of((String[]) writers.getArray()),
                            Optional.ofNullable(row.getString("outcome")),
                            about(Json.read(row.getString("about"))),
                            MailStore.files(handle, row.getLong("id")));
                })
                .list();
    }

    private static List<About> about(JsonNode all) {
        return all.valueStream()
                .map(one -> new About(
                        Json.find(one, "matter").map(MatterId::new),
                        one.has("sheet") ? Optional.of(one.path("sheet")) : Optional.empty()))
                .toList();
    }

    private static Map<String, String> fields(JsonNode body) {
        Map<String, String> fields = new LinkedHashMap<>();
        body.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }
}
