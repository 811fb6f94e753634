package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** How entries stood before each act of a person on them. Nothing is changed or removed. */
public final class ActBeforeStore {
    private ActBeforeStore() {}

    /**
     * That an act touched an entry. Those of one matter and instant are one act.
     *
     * @param act the act's name in the audit
     */
    public record Touched(EntryId entry, MatterId matter, String act, PersonId by, Instant at) {}

    /** Keeps how these entries of one matter stand now, before {@code act} changes them. */
    public static void keep(Handle handle, MatterId matter, Collection<EntryId> entries, Stamped act) {
        put(handle, matter, entries, act, "(SELECT to_jsonb(e) FROM entry e WHERE e.id = :entry)");
    }

    /** Keeps that {@code act} put these entries on the docket. */
    public static void added(Handle handle, MatterId matter, Collection<EntryId> entries, Stamped act) {
        put(handle, matter, entries, act, "NULL");
    }

    private static void put(Handle handle, MatterId matter, Collection<EntryId> entries, Stamped act, String was) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO act_before (entry, matter, act, was, by_whom, at)"
                + " VALUES (:entry, :matter, :act, " + was + ", :by, :at)");
        for (EntryId entry : entries) {
            batch.bind("entry", entry.value())
                    .bind("matter", matter.value())
                    .bind("act", act.act())
                    .bind("by", act.by().value())
                    .bind("at", act.at())
                    .add();
        }
        batch.execute();
    }

    /** An act, by whom and when. */
    public record Stamped(String act, PersonId by, Instant at) {}

    /** Which entry of a matter was touched last; empty: none was. */
    public static Optional<Touched> last(Handle handle, MatterId matter) {
        return handle.createQuery("SELECT * FROM act_before WHERE matter = :matter ORDER BY at DESC, id DESC LIMIT 1")
                .bind("matter", matter.value())
                .map(ActBeforeStore::touched)
                .findOne();
    }

    /** The last act on an entry; empty: there was none. */
    public static Optional<Touched> last(Handle handle, EntryId entry) {
        return handle.createQuery("SELECT * FROM act_before WHERE entry = :entry ORDER BY at DESC, id DESC LIMIT 1")
                .bind("entry", entry.value())
                .map(ActBeforeStore::touched)
                .findOne();
    }

    /** Every entry that the act of {@code one} touched, in their order. */
    public static List<Touched> all(Handle handle, Touched one) {
        return handle.createQuery("SELECT * FROM act_before WHERE matter = :matter AND at = :at ORDER BY id")
                .bind("matter", one.matter().value())
                .bind("at", one.at())
                .map(ActBeforeStore::touched)
                .list();
    }

    /** How the entries stood before the act of {@code one}; those that it put on the docket are left out. */
    public static Map<EntryId, Entry> before(Handle handle, Touched one) {
        Map<EntryId, Entry> before = new HashMap<>();
        handle.createQuery("""
                        SELECT (jsonb_populate_record(NULL::entry, was)).* FROM act_before
                        WHERE matter = :matter AND at = :at AND was IS NOT NULL ORDER BY act_before.id DESC""")
                .bind("matter", one.matter().value())
                .bind("at", one.at())
                .map(EntryRows::entry)
                .forEach(entry -> before.put(entry.id(), entry));
        return before;
    }

    /**
     * How the entry that an act touched stood when the act's transaction had ended: before whatever came later, a load or a
     * reassignment as well.
     *
     * @return empty: it stands so still
     */
    public static Optional<Entry> became(Handle handle, Touched one) {
        return handle.createQuery("""
                        WITH own AS (
                            SELECT max(v.id) AS last FROM fact_version v
                            WHERE v.kind = 'entry' AND v.key = :entry AND v.xact = (SELECT a.xact FROM audit a
                                WHERE a.entry = :entry AND a.at = :at ORDER BY a.seq DESC LIMIT 1)
                        ), later AS (
                            SELECT v.body FROM fact_version v, own
                            WHERE v.kind = 'entry' AND v.key = :entry AND v.id > own.last ORDER BY v.id LIMIT 1
                        ), untouched AS (
                            SELECT b.was FROM act_before b, own
                            WHERE own.last IS NULL AND b.entry = :entry AND b.at = :at AND b.was IS NOT NULL
                            ORDER BY b.id LIMIT 1
                        )
                        SELECT (jsonb_populate_record(NULL::entry, body)).* FROM later
                        UNION ALL SELECT (jsonb_populate_record(NULL::entry, was)).* FROM untouched""")
                .bind("entry", one.entry().value())
                .bind("at", one.at())
                .map(EntryRows::entry)
                .findOne();
    }

    private static Touched touched(ResultSet row, StatementContext context) throws SQLException {
        return new Touched(
                new EntryId(row.getString("entry")),
                new MatterId(row.getString("matter")),
                row.getString("act"),
                new PersonId(row.getString("by_whom")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
