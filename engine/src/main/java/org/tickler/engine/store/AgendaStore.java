package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.ReminderId;

/** Entries, reminders, matters and people as somebody looks for them: by days, by matter, by words. Reads only. */
public final class AgendaStore {
    private static final String WHAT_AN_ENTRY_SAYS = """
            concat_ws(' ', e.id, e.kind, e.title, e.court, e.event, e.party, e.owner, e.location, e.mode, e.notes,
                e.authority, e.matter, m.body ->> 'title')""";
    private static final String WHAT_A_MATTER_SAYS = """
            concat_ws(' ', m.id, m.body ->> 'title', m.body ->> 'side', m.body ->> 'practice', m.body ->> 'phase',
                (SELECT string_agg(concat_ws(' ', p ->> 'court', p ->> 'number', p ->> 'judge'), ' ')
                 FROM jsonb_array_elements(m.body -> 'proceedings') p))""";
    private static final String WHAT_A_PERSON_SAYS =
            "concat_ws(' ', id, body ->> 'name', body ->> 'kind', body ->> 'roles', body ->> 'email', body ->> 'mobile')";

    private AgendaStore() {}

    /**
     * Entries whose civil date in their own zone lies within the days, in whatever status, by that date; those without a
     * date come last, and only where the days have no end. Those of fire drills are left out.
     */
    public static List<Entry> entries(Handle handle, Days days, Optional<MatterId> matter) {
        return bind(handle.createQuery("""
                        SELECT * FROM entry
                        WHERE source IS DISTINCT FROM '%s'
                            AND (CAST(:from AS date) IS NULL OR day IS NULL OR day >= :from)
                            AND (CAST(:to AS date) IS NULL OR day <= :to)
                            AND (CAST(:matter AS text) IS NULL OR matter = :matter)
                        ORDER BY day, starts NULLS FIRST, id""".formatted(Origin.Entered.DRILL)), days, matter)
                .map(EntryRows::entry)
                .list();
    }

    /** Reminders that leave, or left, within the days of the local time they were planned in, in whatever state. */
    public static List<AgendaReminder> reminders(Handle handle, Days days, Optional<MatterId> matter) {
        return bind(handle.createQuery("""
                        SELECT * FROM reminder
                        WHERE NOT synthetic AND NOT EXISTS (SELECT FROM drill d WHERE d.entry = reminder.entry)
                            AND (CAST(:from AS date) IS NULL OR due_local >= :from)
                            AND (CAST(:to AS date) IS NULL OR due_local < CAST(:to AS date) + 1)
                            AND (CAST(:matter AS text) IS NULL OR matter = :matter)
                        ORDER BY due_local, id"""), days, matter)
                .map(AgendaStore::reminder)
                .list();
    }

    /** Entries whose columns, matter's number and matter's title together hold every one of the words, by date. */
    public static List<Entry> entriesSaying(Handle handle, List<String> words) {
        return handle.createQuery("SELECT e.* FROM entry e JOIN matter m ON m.id = e.matter WHERE "
                        + holdsAll(WHAT_AN_ENTRY_SAYS) + " ORDER BY e.day, e.id")
                .bind("words", lower(words))
                .map(EntryRows::entry)
                .list();
    }

    /** Ids of matters that hold every one of the words, in order. */
    public static List<MatterId> mattersSaying(Handle handle, List<String> words) {
        return handle.createQuery("SELECT m.id FROM matter m WHERE " + holdsAll(WHAT_A_MATTER_SAYS) + " ORDER BY m.id")
                .bind("words", lower(words))
                .map((row, context) -> new MatterId(row.getString("id")))
                .list();
    }

    /** Ids of people who hold every one of the words, in order. */
    public static List<PersonId> peopleSaying(Handle handle, List<String> words) {
        return handle.createQuery("SELECT id FROM person WHERE " + holdsAll(WHAT_A_PERSON_SAYS) + " ORDER BY id")
                .bind("words", lower(words))
                .map((row, context) -> new PersonId(row.getString("id")))
                .list();
    }

    private static String holdsAll(String text) {
        return "NOT EXISTS (SELECT 1 FROM unnest(CAST(:words AS text[])) AS w WHERE strpos(lower(" + text
                + "), w) = 0)";
    }

    private static String[] lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }

    private static <S extends SqlStatement<S>> S bind(S query, Days days, Optional<MatterId> matter) {
        return query.bind("from", days.from().orElse(null))
                .bind("to", days.to().orElse(null))
                .bind("matter", matter.map(MatterId::value).orElse(null));
    }

    private static AgendaReminder reminder(ResultSet row, StatementContext context) throws SQLException {
        Optional<String> entry = Optional.ofNullable(row.getString("entry"));
        String matter = row.getString("matter");
        return new AgendaReminder(
                new ReminderId(row.getString("id")),
                entry.map(id -> new AgendaReminder.About(new EntryId(id), new MatterId(matter))),
                new AgendaReminder.Due(
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_local", LocalDateTime.class),
                        ZoneId.of(row.getString("due_zone"))),
                new PersonId(row.getString("asked")),
                new PersonId(row.getString("recipient")),
                PersonJson.word(Channel.class, row.getString("channel")),
                new AgendaReminder.State(
                        PersonJson.word(ReminderState.class, row.getString("state")),
                        Optional.ofNullable(row.getString("state_reason")),
                        row.getBoolean("possible_duplicate")));
    }

    /** Civil days, both inclusive; empty: without beginning, without end. */
    public record Days(Optional<LocalDate> from, Optional<LocalDate> to) {}
}
