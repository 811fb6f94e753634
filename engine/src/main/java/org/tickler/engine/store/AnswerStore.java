package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.AskId;

/** Every answer that was said. Nothing is changed or removed; an ask's own row holds the last one. */
public final class AnswerStore {

    private AnswerStore() {}

    /**
     * One answer.
     *
     * @param saidFor whose answer it counts as
     * @param late whether others had been told already
     * @param passed whom it was passed on to; there exactly where that is the answer
     */
    public record Row(
            AskId ask, EntryId entry, AskRow.Given given, PersonId saidFor, boolean late, Optional<Passed> passed) {}

    /** Whom an ask was passed on to, and by which ask that person was asked. */
    public record Passed(PersonId to, AskId ask) {}

    public static void add(Handle handle, Row row) {
        handle.createUpdate("""
                        INSERT INTO answer (ask, entry, answer, said_by, said_for, how, at, late, passed_to, passed_ask)
                        VALUES (:ask, :entry, :answer, :by, :for, :how, :at, :late, :to, :passed)""")
                .bind("ask", row.ask().value())
                .bind("entry", row.entry().value())
                .bind("answer", Words.of(row.given().answer()))
                .bind("by", row.given().by().value())
                .bind("for", row.saidFor().value())
                .bind("how", Words.of(row.given().how()))
                .bind("at", row.given().at())
                .bind("late", row.late())
                .bind("to", row.passed().map(passed -> passed.to().value()).orElse(null))
                .bind("passed", row.passed().map(passed -> passed.ask().value()).orElse(null))
                .execute();
    }

    /** All that was answered to these asks, the first first. */
    public static List<Row> of(Handle handle, Collection<AskId> asks) {
        return handle.createQuery("SELECT * FROM answer WHERE ask = ANY(:asks) ORDER BY id")
                .bind("asks", TextArray.of(asks))
                .map(AnswerStore::row)
                .list();
    }

    /** All that was answered about an entry, the first first. */
    public static List<Row> ofEntry(Handle handle, EntryId entry) {
        return handle.createQuery("SELECT * FROM answer WHERE entry = :entry ORDER BY id")
                .bind("entry", entry.value())
                .map(AnswerStore::row)
                .list();
    }

    /** Whether {@code person} was told, at {@code since} or later, that what was passed on in this escalation was not taken. */
    public static boolean toldBackSince(Handle handle, AskId root, PersonId person, Instant since) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM escalation e JOIN ask a ON a.id = e.ask
                        WHERE e.root = :root AND a.asked = :person AND e.step >= :told AND e.at >= :since)""")
                .bind("told", Ask.TOLD_BACK)
                .bind("root", root.value())
                .bind("person", person.value())
                .bind("since", since)
                .mapTo(Boolean.class)
                .one();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                new AskId(row.getString("ask")),
                new EntryId(row.getString("entry")),
                new AskRow.Given(
                        AskRows.word(Answer.class, row.getString("answer")),
                        new PersonId(row.getString("said_by")),
                        AskRows.instant(row, "at").orElseThrow(),
                        AskRows.word(AnswerWay.class, row.getString("how"))),
                new PersonId(row.getString("said_for")),
                row.getBoolean("late"),
                passed(row.getString("passed_to"), row.getString("passed_ask")));
    }

    private static Optional<Passed> passed(@Nullable String to, @Nullable String ask) {
        return to == null || ask == null ? Optional.empty() : Optional.of(new Passed(new PersonId(to), new AskId(ask)));
    }
}
