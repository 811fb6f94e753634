package org.tickler.engine.store;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Carries dates, instants and zones to and from columns as what they are, and rows into records by the names of their
/// components. Jdbi by itself takes dates through `java.sql.Date` and `Timestamp`, and so through the zone of this
/// machine, which can move a civil date.
final class ColumnTypes implements JdbiPlugin {

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(ColumnTypes::argument);
        jdbi.registerColumnMapper(Instant.class, ColumnTypes::instant);
        jdbi.registerColumnMapper(ZoneId.class, ColumnTypes::zone);
        jdbi.registerColumnMapper(LocalDate.class, asItIs(LocalDate.class));
        jdbi.registerColumnMapper(LocalTime.class, asItIs(LocalTime.class));
        jdbi.registerColumnMapper(LocalDateTime.class, asItIs(LocalDateTime.class));
        jdbi.registerRowMapper(ColumnTypes::row);
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Long.class, "bigint");
    }

    private static Optional<Argument> argument(Type type, @Nullable Object value, ConfigRegistry config) {
        if (value == null) {
            return Optional.empty();
        }
        return switch (value) {
            case Instant at -> Optional.of(object(at.atOffset(ZoneOffset.UTC)));
            case LocalDate date -> Optional.of(object(date));
            case LocalTime time -> Optional.of(object(time));
            case LocalDateTime dateTime -> Optional.of(object(dateTime));
            case ZoneId zone -> Optional.of((place, statement, context) -> statement.setString(place, zone.getId()));
            default -> Optional.empty();
        };
    }

    private static Optional<RowMapper<?>> row(Type type, ConfigRegistry config) {
        return type instanceof Class<?> wanted && wanted.isRecord()
                ? Optional.of(ConstructorMapper.of(wanted))
                : Optional.empty();
    }

    private static Argument object(Object value) {
        return (place, statement, context) -> statement.setObject(place, value);
    }

    private static <T> ColumnMapper<T> asItIs(Class<T> type) {
        return (row, column, context) -> row.getObject(column, type);
    }

    private static @Nullable Instant instant(ResultSet row, int column, StatementContext context) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable ZoneId zone(ResultSet row, int column, StatementContext context) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : ZoneId.of(id);
    }
}
