package org.tickler.engine.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Stated;
import org.tickler.rules.docket.Told;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** Who was told what of each entry: by a reminder, a notice, an escalation, whoever got it. */
public final class ToldStore {
    private ToldStore() {}

    /** For each entry of these matters, what each person was told, by revision. */
    public static Map<EntryId, Map<PersonId, List<Told>>> ofMatters(Handle handle, Collection<MatterId> matters) {
        return read(handle, "matter = ANY(:ids)", matters);
    }

    /** For each of these entries, what each person was told, by revision. */
    public static Map<EntryId, Map<PersonId, List<Told>>> ofEntries(Handle handle, Collection<EntryId> entries) {
        return read(handle, "entry = ANY(:ids)", entries);
    }

    /** What is on its way, or may have arrived, counts as told. */
    private static Map<EntryId, Map<PersonId, List<Told>>> read(Handle handle, String which, Collection<?> ids) {
        return read(handle.createQuery("""
            SELECT told.*, v.day, v.hour, v.starts, v.ends, v.zone, v.location, v.mode,
                ARRAY(SELECT DISTINCT a.ladder || '/' || a.rung FROM ask a
                    WHERE a.entry = told.entry AND a.revision = told.revision AND a.asked = told.recipient
                        AND a.state = 'answered') AS answered
            FROM (
                SELECT entry, recipient, revision, bool_or(purpose IN ('cancelled', 'stayed')) AS off FROM reminder
                WHERE %s AND entry IS NOT NULL AND (state IN ('sending', 'sent', 'delivered')
                    OR tries > 0 AND EXISTS (
                        SELECT FROM attempt_reminder l JOIN attempt t ON t.id = l.attempt
                        WHERE l.reminder = reminder.id AND (t.outcome IS NULL OR t.outcome = 'unknown')))
                GROUP BY entry, recipient, revision) told
            JOIN entry_revision v ON v.entry = told.entry AND v.revision = told.revision
            ORDER BY told.revision""".formatted(which)).bind("ids", TextArray.of(ids)));
    }

    /** What the rows of a query say that has the columns of ours, in their order. */
    static Map<EntryId, Map<PersonId, List<Told>>> read(Query query) {
        Map<EntryId, Map<PersonId, List<Told>>> told = new HashMap<>();
        query.map((row, context) -> told.computeIfAbsent(new EntryId(row.getString("entry")), entry -> new HashMap<>())
                        .computeIfAbsent(new PersonId(row.getString("recipient")), person -> new ArrayList<>())
                        .add(told(row)))
                .list();
        return told;
    }

    private static Told told(ResultSet row) throws SQLException {
        Stated stated = new Stated(
                WhenColumns.read(row),
                Optional.ofNullable(row.getString("location")),
                Optional.ofNullable(row.getString("mode")));
        Array answered = row.getArray("answered");
        return new Told(row.getInt("revision"), stated, row.getBoolean("off"), Set.of((String[]) answered.getArray()));
    }
}
