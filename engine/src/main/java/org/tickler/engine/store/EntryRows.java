package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.firm.MatterId;

/** An {@link Entry} as a row of {@code entry}. */
final class EntryRows {
    private EntryRows() {}

    static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                new EntryId(row.getString("id")),
                new MatterId(row.getString("matter")),
                PersonJson.word(EntryKind.class, row.getString("kind")),
                row.getString("title"),
                WhenColumns.read(row),
                PersonJson.word(EntryStatus.class, row.getString("status")),
                details(row),
                origin(row),
                new Revision(
                        row.getInt("revision"),
                        row.getObject("known_at", OffsetDateTime.class).toInstant()));
    }

    static StoredRevision revision(ResultSet row, StatementContext context) throws SQLException {
        return new StoredRevision(
                row.getInt("revision"),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                PersonJson.word(Change.Cause.class, row.getString("cause")),
                row.getString("by_whom"),
                text(row, "reason"),
                WhenColumns.read(row),
                new StoredRevision.Place(text(row, "location"), text(row, "mode")));
    }

    static void bind(SqlStatement<?> statement, Entry entry, String tzdb) {
        statement
                .bind("id", entry.id().value())
                .bind("matter", entry.matter().value())
                .bind("kind", Words.of(entry.kind()))
                .bind("title", entry.title())
                .bind("status", Words.of(entry.status()))
                .bind("due", entry.when().dueAt().orElse(null))
                .bind("tzdb", tzdb)
                .bind("revision", entry.revision().number())
                .bind("known", entry.revision().knownAt());
        WhenColumns.bind(statement, entry.when());
        bind(statement, entry.details());
        bind(statement, entry.origin());
    }

    private static void bind(SqlStatement<?> statement, Details details) {
        statement
                .bind("court", details.court().map(CalendarId::value).orElse(null))
                .bind("event", details.event().orElse(null))
                .bind("service", details.service().orElse(null))
                .bind("party", details.party().orElse(null))
                .bind("owner", details.owner().orElse(null))
                .bind("location", details.location().orElse(null))
                .bind("mode", details.mode().orElse(null))
                .bind("notes", details.notes().orElse(null))
                .bind("authority", details.authority().orElse(null))
                .bind("effort", details.effort().map(Effort::toString).orElse(null));
    }

    private static void bind(SqlStatement<?> statement, Origin origin) {
        Optional<Origin.Entered> entered =
                origin instanceof Origin.Entered given ? Optional.of(given) : Optional.empty();
        Optional<Origin.Derived> derived = origin instanceof Origin.Derived made ? Optional.of(made) : Optional.empty();
        statement
                .bind("source", entered.map(Origin.Entered::source).orElse(null))
                .bind("sourceId", entered.map(Origin.Entered::id).orElse(null))
                .bind("trigger", derived.map(made -> made.trigger().value()).orElse(null))
                .bind("rule", derived.map(Origin.Derived::rule).orElse(null))
                .bind("occurrence", derived.map(Origin.Derived::occurrence).orElse(null))
                .bind(
                        "steps",
                        derived.map(made -> Json.write(Json.array(made.steps())))
                                .orElse(null));
    }

    private static Details details(ResultSet row) throws SQLException {
        return new Details(
                text(row, "court").map(CalendarId::new),
                text(row, "event"),
                text(row, "service"),
                text(row, "party"),
                text(row, "owner"),
                text(row, "location"),
                text(row, "mode"),
                text(row, "notes"),
                text(row, "authority"),
                text(row, "effort").map(Effort::read));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        Optional<String> trigger = text(row, "trigger");
        if (trigger.isEmpty()) {
            return new Origin.Entered(row.getString("source"), row.getString("source_id"));
        }
        JsonNode steps = Json.object().set("steps", Json.read(row.getString("steps")));
        return new Origin.Derived(
                new EntryId(trigger.get()),
                row.getString("rule"),
                row.getInt("occurrence"),
                Json.list(steps, "steps", JsonNode::asText));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
