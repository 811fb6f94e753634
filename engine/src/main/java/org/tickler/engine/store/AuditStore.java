package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;

/** The audit's rows and the chain behind them. Rows are added and read, never changed. */
public final class AuditStore {
    private static final HexFormat HEX = HexFormat.of();

    private AuditStore() {}

    public static void add(Handle handle, Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO audit (at, who, act, matter, entry, person, detail)
                VALUES (:at, :who, :act, :matter, :entry, :person, CAST(:detail AS jsonb))""");
        for (Row row : rows) {
            batch.bind("at", row.at())
                    .bind("who", row.who())
                    .bind("act", row.act())
                    .bind("matter", row.about().matter().orElse(null))
                    .bind("entry", row.about().entry().orElse(null))
                    .bind("person", row.about().person().orElse(null))
                    .bind("detail", Json.write(row.detail()))
                    .add();
        }
        batch.execute();
    }

    /** What happened to an entry, in the order it was written. */
    public static List<Numbered> ofEntry(Handle handle, EntryId entry) {
        return handle.createQuery("SELECT * FROM audit WHERE entry = :entry ORDER BY seq")
                .bind("entry", entry.value())
                .map(AuditStore::row)
                .list();
    }

    /** What happened to a matter as a whole by one of these acts, in the order it was written. */
    public static List<Numbered> ofMatter(Handle handle, MatterId matter, Collection<String> acts) {
        return handle.createQuery(
                        "SELECT * FROM audit WHERE matter = :matter AND entry IS NULL AND act = ANY(:acts) ORDER BY seq")
                .bind("matter", matter.value())
                .bind("acts", TextArray.of(acts))
                .map(AuditStore::row)
                .list();
    }

    /** Who last did {@code act} to an entry. */
    public static Optional<String> lastBy(Handle handle, EntryId entry, String act) {
        return handle.createQuery("SELECT who FROM audit WHERE entry = :entry AND act = :act ORDER BY seq DESC LIMIT 1")
                .bind("entry", entry.value())
                .bind("act", act)
                .mapTo(String.class)
                .findOne();
    }

    /** What happened after {@code from} and not after {@code to} by one of these acts, in the order it was written. */
    public static List<Numbered> acts(Handle handle, Collection<String> acts, Instant from, Instant to) {
        return handle.createQuery(
                        "SELECT * FROM audit WHERE at > :from AND at <= :to AND act = ANY(:acts) ORDER BY seq")
                .bind("from", from)
                .bind("to", to)
                .bind("acts", TextArray.of(acts))
                .map(AuditStore::row)
                .list();
    }

    /** Up to {@code most} rows from number {@code from} on that are not in the chain yet, by number. */
    public static List<Numbered> unchained(Handle handle, long from, int most) {
        return handle.createQuery("""
                        SELECT a.* FROM audit a LEFT JOIN audit_link l ON l.seq = a.seq
                        WHERE l.seq IS NULL AND a.seq >= :from ORDER BY a.seq LIMIT :most""")
                .bind("from", from)
                .bind("most", most)
                .map(AuditStore::row)
                .list();
    }

    /** How many rows are not in the chain yet. */
    public static long countUnchained(Handle handle) {
        return handle.createQuery("""
                        SELECT count(*) FROM audit a WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.seq = a.seq)""").mapTo(Long.class).one();
    }

    /** The greatest number that is in the chain; 0 for an empty one. */
    public static long newestLinked(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(seq), 0) FROM audit_link")
                .mapTo(Long.class)
                .one();
    }

    /** The last link; empty where there is none. */
    public static Optional<Link> head(Handle handle) {
        return handle.createQuery("SELECT place, seq, hash FROM audit_link ORDER BY place DESC LIMIT 1")
                .map(AuditStore::link)
                .findOne();
    }

    public static void addLinks(Handle handle, Collection<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO audit_link (place, seq, hash) VALUES (:place, :seq, :hash)");
        links.forEach(link -> batch.bind("place", link.place())
                .bind("seq", link.seq())
                .bind("hash", HEX.parseHex(link.hash()))
                .add());
        batch.execute();
    }

    /** Up to {@code most} links after {@code place}, by place, each with its row; a row that is gone is empty. */
    public static List<Map.Entry<Link, Optional<Numbered>>> linksAfter(Handle handle, long place, int most) {
        return handle.createQuery("""
                        SELECT l.place, l.seq AS link_seq, l.hash, a.* FROM audit_link l LEFT JOIN audit a ON a.seq = l.seq
                        WHERE l.place > :place ORDER BY l.place LIMIT :most""")
                .bind("place", place)
                .bind("most", most)
                .map((row, context) -> Map.entry(
                        new Link(row.getLong("place"), row.getLong("link_seq"), HEX.formatHex(row.getBytes("hash"))),
                        row.getObject("seq") == null ? Optional.<Numbered>empty() : Optional.of(row(row, context))))
                .list();
    }

    private static Link link(ResultSet row, StatementContext context) throws SQLException {
        return new Link(row.getLong("place"), row.getLong("seq"), HEX.formatHex(row.getBytes("hash")));
    }

    static Numbered row(ResultSet row, StatementContext context) throws SQLException {
        return new Numbered(
                row.getLong("seq"),
                new Row(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("act"),
                        new About(
                                Optional.ofNullable(row.getString("matter")),
                                Optional.ofNullable(row.getString("entry")),
                                Optional.ofNullable(row.getString("person"))),
                        Json.read(row.getString("detail"))));
    }

    /** What a row is about, by ids. */
    public record About(Optional<String> matter, Optional<String> entry, Optional<String> person) {
        /** Nothing in particular. */
        public static final About NOTHING = new About(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** One thing that happened. */
    public record Row(Instant at, String who, String act, About about, JsonNode detail) {}

    /** A row with its number. */
    public record Numbered(long seq, Row row) {
        /** The same text for the same row, whoever writes it and when. */
        public String canonical() {
            ObjectNode node = Json.object();
            node.put("seq", seq);
            node.put("at", row.at().toString());
            node.put("who", row.who());
            node.put("act", row.act());
            Json.put(node, "matter", row.about().matter());
            Json.put(node, "entry", row.about().entry());
            Json.put(node, "person", row.about().person());
            node.set("detail", row.detail());
            return Json.canonical(node);
        }
    }

    /**
     * One link of the chain: the hash of the row {@code seq} and of the link before. Places count from 1;
     * {@code hash} has 64 hexadecimal digits.
     */
    public record Link(long place, long seq, String hash) {}
}
