package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.AskRow.Clock;
import org.tickler.engine.store.AskRow.Given;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;

/** Rows of {@code ask}. */
final class AskRows {

    private AskRows() {}

    static AskRow ask(ResultSet row, StatementContext context) throws SQLException {
        return new AskRow(
                new AskId(row.getString("id")),
                Optional.ofNullable(row.getString("entry")).map(EntryId::new),
                Optional.ofNullable(row.getString("matter")).map(MatterId::new),
                row.getInt("revision"),
                word(Purpose.class, row.getString("purpose")),
                row.getString("ladder"),
                row.getString("rung"),
                new PersonId(row.getString("asked")),
                row.getInt("step"),
                Optional.ofNullable(row.getString("answer_within")).map(SpanText::read),
                word(AskState.class, row.getString("state")),
                new Clock(instant(row, "first_sent_at"), instant(row, "silent_at"), row.getInt("next_step")),
                given(row),
                Optional.ofNullable(row.getString("reason")));
    }

    static <E extends Enum<E>> E word(Class<E> set, String word) {
        return Words.find(set, word)
                .orElseThrow(() -> new IllegalStateException(
                        "the database holds '" + word + "', which is none of " + Words.all(set)));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<Given> given(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return answer == null
                ? Optional.empty()
                : Optional.of(new Given(
                        word(Answer.class, answer),
                        new PersonId(row.getString("answered_by")),
                        instant(row, "answered_at").orElseThrow(),
                        word(AnswerWay.class, row.getString("answered_how"))));
    }
}
