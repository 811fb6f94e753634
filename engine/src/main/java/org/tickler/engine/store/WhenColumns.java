package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.tickler.rules.docket.When;

/** A {@link When} as the columns day, hour, starts, ends and zone, none of which passes through a zone on its way. */
final class WhenColumns {
    private WhenColumns() {}

    static void bind(SqlStatement<?> statement, When when) {
        Optional<LocalTime> hour = when instanceof When.AllDay day ? day.hour() : Optional.empty();
        Optional<LocalDateTime> starts =
                when instanceof When.Timed timed ? Optional.of(timed.start()) : Optional.empty();
        Optional<LocalDateTime> ends = when instanceof When.Timed timed ? timed.end() : Optional.empty();
        statement
                .bind("day", when.date().orElse(null))
                .bind("hour", hour.orElse(null))
                .bind("starts", starts.orElse(null))
                .bind("ends", ends.orElse(null))
                .bind("zone", when.zone().getId());
    }

    static When read(ResultSet row) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("zone"));
        LocalDate day = row.getObject("day", LocalDate.class);
        LocalDateTime starts = row.getObject("starts", LocalDateTime.class);
        if (starts != null) {
            return new When.Timed(starts, Optional.ofNullable(row.getObject("ends", LocalDateTime.class)), zone);
        }
        return day == null
                ? new When.Waiting(zone)
                : new When.AllDay(day, Optional.ofNullable(row.getObject("hour", LocalTime.class)), zone);
    }
}
