package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;

/** A {@link DueReminder} out of a row of {@code reminder} and one of {@code ask}. */
final class DueRows {
    private DueRows() {}

    /** These reminders, alarms first, then those whose entry is due soonest; those of entries that are past come last. */
    static Read byUrgency(Handle handle, Collection<String> ids, Instant now) {
        if (ids.isEmpty()) {
            return new Read(List.of(), Map.of());
        }
        Map<String, String> unreadable = new LinkedHashMap<>();
        List<DueReminder> reminders = handle
                .createQuery("""
                        SELECT r.*, a.ladder, a.rung, a.state AS ask_state, a.answer_within, a.silent_at, a.reason AS ask_reason
                        FROM reminder r JOIN ask a ON a.id = r.ask LEFT JOIN entry e ON e.id = r.entry
                        WHERE r.id = ANY(:ids)
                        ORDER BY r.purpose <> 'alarm', e.due_at <= :now, e.due_at NULLS FIRST, r.due_at, r.id""")
                .bind("ids", TextArray.of(ids))
                .bind("now", now)
                .map((row, context) -> readable(row, unreadable))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return new Read(reminders, unreadable);
    }

    /**
     * What was read.
     *
     * @param unreadable why no reminder can be made of the rows with these ids
     */
    record Read(List<DueReminder> reminders, Map<String, String> unreadable) {}

    private static Optional<DueReminder> readable(ResultSet row, Map<String, String> unreadable) throws SQLException {
        try {
            return Optional.of(due(row));
        } catch (RuntimeException e) {
            unreadable.put(row.getString("id"), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static DueReminder due(ResultSet row) throws SQLException {
        return new DueReminder(
                new ReminderId(row.getString("id")),
                new PersonId(row.getString("recipient")),
                PersonJson.word(Channel.class, row.getString("channel")),
                PersonJson.word(Purpose.class, row.getString("purpose")),
                about(row),
                new DueReminder.Times(
                        instant(row.getObject("due_at", OffsetDateTime.class)).orElseThrow(),
                        instant(row.getObject("first_owed_at", OffsetDateTime.class))
                                .orElseThrow(),
                        row.getBoolean("entered_late")),
                row.getString("why"),
                new DueReminder.PutAsk(
                        new AskId(row.getString("ask")),
                        row.getString("ladder"),
                        row.getString("rung"),
                        new PersonId(row.getString("asked")),
                        PersonJson.word(AskState.class, row.getString("ask_state")),
                        Optional.ofNullable(row.getString("answer_within")).map(SpanText::read),
                        instant(row.getObject("silent_at", OffsetDateTime.class)),
                        Optional.ofNullable(row.getString("ask_reason"))),
                new DueReminder.Progress(
                        row.getInt("tries"),
                        Optional.ofNullable(row.getString("message")),
                        row.getBoolean("possible_duplicate")),
                row.getLong("fence"));
    }

    private static Optional<DueReminder.About> about(ResultSet row) throws SQLException {
        String entry = row.getString("entry");
        String matter = row.getString("matter");
        return entry == null || matter == null
                ? Optional.empty()
                : Optional.of(new DueReminder.About(new EntryId(entry), row.getInt("revision"), new MatterId(matter)));
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
