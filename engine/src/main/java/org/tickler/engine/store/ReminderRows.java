package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Due;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;
import org.tickler.rules.remind.TimeSpan;

/** A {@link PlannedReminder} as a row of {@code reminder} and one of {@code ask}. */
final class ReminderRows {
    /** What {@link #reminder} reads. */
    static final String SELECT = """
            SELECT r.id, r.entry, r.matter, r.purpose, r.recipient, r.channel, r.due_at, r.due_local, r.due_zone,
                r.first_owed_at, r.entered_late, r.suppressed_as, r.why, r.state, r.state_reason, r.hold, a.revision, a.ladder, a.rung,
                a.asked, a.step, a.answer_within
            FROM reminder r JOIN ask a ON a.id = r.ask
            """;

    private ReminderRows() {}

    static ReminderRow reminder(ResultSet row, StatementContext context) throws SQLException {
        PlannedReminder planned = new PlannedReminder(
                new ReminderId(row.getString("id")),
                ask(row),
                new MatterId(row.getString("matter")),
                PersonJson.word(Purpose.class, row.getString("purpose")),
                new PersonId(row.getString("recipient")),
                PersonJson.word(Channel.class, row.getString("channel")),
                new Due(
                        instant(row, "due_at"),
                        row.getObject("due_local", LocalDateTime.class),
                        ZoneId.of(row.getString("due_zone"))),
                instant(row, "first_owed_at"),
                fate(row),
                Optional.ofNullable(row.getString("answer_within")).map(SpanText::read),
                row.getString("why"));
        return new ReminderRow(
                planned,
                PersonJson.word(ReminderState.class, row.getString("state")),
                Optional.ofNullable(row.getString("state_reason")),
                Optional.ofNullable(row.getObject("hold", Long.class)));
    }

    static void bindAsk(SqlStatement<?> statement, PlannedReminder planned, Stamp stamp) {
        Ask ask = planned.ask();
        statement
                .bind("id", ask.id().value())
                .bind("entry", ask.entry().value())
                .bind("matter", planned.matter().value())
                .bind("revision", ask.revision())
                .bind("purpose", Words.of(planned.purpose()))
                .bind("ladder", ask.ladder())
                .bind("rung", ask.rung())
                .bind("asked", ask.asked().value())
                .bind("step", ask.step())
                .bind("within", planned.answer().map(TimeSpan::toString).orElse(null))
                .bind("at", stamp.at());
    }

    static void bind(SqlStatement<?> statement, PlannedReminder planned, Stamp stamp) {
        Ask ask = planned.ask();
        Optional<String> suppressed =
                planned.fate() instanceof Fate.Suppressed fate ? Optional.of(fate.reason()) : Optional.empty();
        ReminderState goes = stamp.hold().isPresent() ? ReminderState.HELD : ReminderState.PLANNED;
        statement
                .bind("id", planned.id().value())
                .bind("ask", ask.id().value())
                .bind("entry", ask.entry().value())
                .bind("matter", planned.matter().value())
                .bind("revision", ask.revision())
                .bind("purpose", Words.of(planned.purpose()))
                .bind("asked", ask.asked().value())
                .bind("channel", Words.of(planned.channel()))
                .bind("recipient", planned.to().value())
                .bind("due", planned.due().at())
                .bind("dueLocal", planned.due().local())
                .bind("dueZone", planned.due().zone().getId())
                .bind("tzdb", Tzdb.version())
                .bind("book", stamp.book())
                .bind("owed", planned.firstOwedAt())
                .bind("late", planned.fate() instanceof Fate.GoesLate)
                .bind("why", planned.why())
                .bind("suppressed", suppressed.orElse(null))
                .bind("state", Words.of(suppressed.isPresent() ? ReminderState.SUPPRESSED : goes))
                .bind(
                        "reason",
                        suppressed
                                .or(() -> stamp.hold().map(hold -> "waits for the release of hold " + hold))
                                .orElse(null))
                .bind("hold", suppressed.isPresent() ? null : stamp.hold().orElse(null))
                .bind("at", stamp.at());
    }

    private static Fate fate(ResultSet row) throws SQLException {
        String suppressed = row.getString("suppressed_as");
        if (suppressed != null) {
            return new Fate.Suppressed(suppressed);
        }
        return row.getBoolean("entered_late") ? new Fate.GoesLate() : new Fate.Goes();
    }

    private static Ask ask(ResultSet row) throws SQLException {
        return new Ask(
                new EntryId(row.getString("entry")),
                row.getInt("revision"),
                row.getString("ladder"),
                row.getString("rung"),
                new PersonId(row.getString("asked")),
                row.getInt("step"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
