package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/** Asks that were put, want an answer and wait for it. Reads only. */
public final class WaitingAskStore {
    /** Who has the reminders of an ask: a delegate may have taken them over. */
    private static final String READER = """
            coalesce((SELECT r.recipient FROM reminder r WHERE r.ask = a.id ORDER BY r.state_at DESC, r.id LIMIT 1), a.asked)""";

    private WaitingAskStore() {}

    /** An ask, who reads it, and why it was put. */
    public record Waiting(AskRow ask, PersonId reader, String why) {}

    /** Those for the entry's present date, the first put first; empty {@code person}: everybody's. */
    public static List<Waiting> all(Handle handle, Optional<PersonId> person) {
        return handle.createQuery("""
                        SELECT * FROM (SELECT a.*, %s AS reader,
                            (SELECT r.why FROM reminder r WHERE r.ask = a.id ORDER BY r.due_at, r.id LIMIT 1) AS why
                            FROM ask a JOIN entry e ON e.id = a.entry AND e.revision = a.revision
                            WHERE a.state IN ('open', 'escalated') AND a.answer IS NULL AND a.answer_within IS NOT NULL
                                AND a.first_sent_at IS NOT NULL
                                AND e.status NOT IN ('done', 'waived', 'cancelled', 'superseded')) waiting
                        WHERE CAST(:person AS text) IS NULL OR reader = :person OR asked = :person
                        ORDER BY first_sent_at, id""".formatted(READER))
                .bind("person", person.map(PersonId::value).orElse(null))
                .map(WaitingAskStore::waiting)
                .list();
    }

    /** The lists that wait to be signed, the first put first; {@link #all} has none of them. */
    public static List<Waiting> sheets(Handle handle) {
        return handle.createQuery("""
                        SELECT a.*, %s AS reader,
                            (SELECT r.why FROM reminder r WHERE r.ask = a.id ORDER BY r.due_at, r.id LIMIT 1) AS why
                        FROM ask a JOIN sheet s ON s.ask = a.id
                        WHERE a.state IN ('open', 'escalated') AND a.answer IS NULL AND a.answer_within IS NOT NULL
                            AND a.first_sent_at IS NOT NULL
                        ORDER BY a.first_sent_at, a.id""".formatted(READER))
                .map(WaitingAskStore::waiting)
                .list();
    }

    /** Any ask of an entry, whether it waits, was answered or is over; empty where there is no such one. */
    public static Optional<Waiting> find(Handle handle, AskId id) {
        return handle.createQuery("""
                        SELECT a.*, %s AS reader,
                            (SELECT r.why FROM reminder r WHERE r.ask = a.id ORDER BY r.due_at, r.id LIMIT 1) AS why
                        FROM ask a WHERE a.id = :id AND a.entry IS NOT NULL""".formatted(READER))
                .bind("id", id.value())
                .map(WaitingAskStore::waiting)
                .findOne();
    }

    private static Waiting waiting(ResultSet row, StatementContext context) throws SQLException {
        return new Waiting(
                AskRows.ask(row, context),
                new PersonId(row.getString("reader")),
                Optional.ofNullable(row.getString("why")).orElse(""));
    }
}
