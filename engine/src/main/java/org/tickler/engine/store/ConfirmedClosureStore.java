package org.tickler.engine.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.ConfirmedClosure;
import org.tickler.rules.firm.PersonId;

/** The closures of courts that somebody has confirmed. What is confirmed stays so. */
public final class ConfirmedClosureStore {
    private ConfirmedClosureStore() {}

    /** All of them, by day. */
    public static List<ConfirmedClosure> all(Handle handle) {
        return handle.createQuery("SELECT * FROM confirmed_closure ORDER BY day, calendar, name, kind")
                .map((row, context) -> new ConfirmedClosure(
                        new CalendarId(row.getString("calendar")),
                        row.getObject("day", LocalDate.class),
                        row.getString("name"),
                        PersonJson.word(ClosureKind.class, row.getString("kind")),
                        new PersonId(row.getString("confirmed_by")),
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Keeps these confirmations; where somebody was first, that one stands. */
    public static void add(Handle handle, Collection<ConfirmedClosure> closures, Optional<String> reason) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO confirmed_closure (calendar, day, name, kind, confirmed_by, confirmed_at, reason)
                VALUES (:calendar, :day, :name, :kind, :by, :at, :reason) ON CONFLICT DO NOTHING""");
        for (ConfirmedClosure closure : closures) {
            batch.bind("calendar", closure.calendar().value())
                    .bind("day", closure.day())
                    .bind("name", closure.name())
                    .bind("kind", Words.of(closure.kind()))
                    .bind("by", closure.by().value())
                    .bind("at", closure.at())
                    .bind("reason", reason.orElse(null))
                    .add();
        }
        batch.execute();
    }
}
