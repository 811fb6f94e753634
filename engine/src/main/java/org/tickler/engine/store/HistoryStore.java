package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;

/**
 * How facts stood before they were changed. The database keeps every former row itself, whoever changes it; that it was
 * changed at an instant is said by the audit of the same transaction, or else by the new row.
 */
public final class HistoryStore {
    /**
     * Former versions that stood until after {@code :since}; whatever was changed before is not looked at one by one. They
     * come as they were changed, and not by the instants that say so: of two changes that overlapped, the later one may have
     * begun first.
     */
    private static final String RECENT = """
             FROM fact_history h WHERE h.kind = :kind AND h.until > :since AND h.id IN (
                SELECT v.id FROM fact_version v
                WHERE v.xact IN (SELECT a.xact FROM audit a WHERE a.at > :since) OR v.changed_at > :since)
            ORDER BY h.id""";

    private HistoryStore() {}

    /** A fact as it stood until an instant, exclusive. */
    public record Former<T>(T fact, Instant until) {}

    /** Former versions of people that stood until after {@code since}, in the order in which they were changed. */
    public static List<Former<Person>> people(Handle handle, Instant since) {
        return select(handle, "SELECT h.body, h.until", "person", since)
                .map((row, context) -> {
                    JsonNode kept = Json.read(row.getString("body"));
                    return new Former<>(
                            PersonJson.read(
                                    Json.text(kept, "id"), kept.path("body"), kept.path("consented"), knownAt(kept)),
                            until(row));
                })
                .list();
    }

    /** Former versions of matters that stood until after {@code since}, in the order in which they were changed. */
    public static List<Former<Matter>> matters(Handle handle, Instant since) {
        return select(handle, "SELECT h.body, h.until", "matter", since)
                .map((row, context) -> {
                    JsonNode kept = Json.read(row.getString("body"));
                    return new Former<>(
                            MatterJson.read(
                                    Json.text(kept, "id"), kept.path("body"), kept.path("team_known"), knownAt(kept)),
                            until(row));
                })
                .list();
    }

    /** Former versions of entries that stood until after {@code since}, in the order in which they were changed. */
    public static List<Former<Entry>> entries(Handle handle, Instant since) {
        return select(handle, "SELECT (jsonb_populate_record(NULL::entry, h.body)).*, h.until", "entry", since)
                .map((row, context) -> new Former<>(EntryRows.entry(row, context), until(row)))
                .list();
    }

    /** The books that were active until after {@code since}, in the order in which they were changed. */
    public static List<Former<BookStore.Active>> books(Handle handle, Instant since) {
        return select(handle, "SELECT (jsonb_populate_record(NULL::active_book, h.body)).*, h.until", "book", since)
                .map((row, context) -> new Former<>(BookStore.row(row, context), until(row)))
                .list();
    }

    /** Of how many changes since {@code since} nothing says when they were made: somebody changed rows behind the program's back. */
    public static int undated(Handle handle, Instant since) {
        return handle.createQuery("""
                        SELECT count(*) FROM fact_history h WHERE h.until IS NULL
                            AND h.xact >= (SELECT min(a.xact) FROM audit a WHERE a.at > :since)""").bind("since", since).mapTo(Integer.class).one();
    }

    private static Query select(Handle handle, String columns, String kind, Instant since) {
        return handle.createQuery(columns + RECENT).bind("kind", kind).bind("since", since);
    }

    private static Instant until(ResultSet row) throws SQLException {
        return row.getObject("until", OffsetDateTime.class).toInstant();
    }

    private static Instant knownAt(JsonNode kept) {
        return OffsetDateTime.parse(Json.text(kept, "known_at")).toInstant();
    }
}
