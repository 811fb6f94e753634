package org.tickler.engine.store;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/// Copies a firm's rows from one database into another of the same version, as they stood at one moment. The first is
/// only
/// read.
public final class DatabaseCopy {
    /// What belongs to the processes and the programs of the first one, and not to the firm.
    private static final Set<String> LEFT_BEHIND =
            Set.of("flyway_schema_history", "node", "feed", "audit_link", "api_reply", "webhook", "webhook_delivery");

    private static final int PIPE = 1 << 16;

    private DatabaseCopy() {}

    /// Copies everything that is the firm's.
    ///
    /// @param to migrated; whatever rows it has are gone afterwards
    /// @throws StoreUnavailable if one of the two cannot be reached
    public static void copy(Database from, Database to) {
        try (Connection source = from.ownConnection();
                Connection target = new OwnerConnections(to.address()).getConnection()) {
            begin(source, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            begin(target, "SET search_path = " + Session.SCHEMA);
            List<String> tables = tables(target);
            // CASCADE takes what refers to them and is left behind
            execute(target, "TRUNCATE " + String.join(", ", tables) + " CASCADE");
            for (String table : tables) {
                copy(source, target, table);
            }
            sequences(source, target);
            target.commit();
            source.rollback();
        } catch (SQLException e) {
            throw new StoreUnavailable(
                    "the firm's rows could not be copied: " + e.getMessage(),
                    "Check that both programs are of the same version, and that there is room on the disk",
                    e);
        }
    }

    private static void begin(Connection connection, String first) throws SQLException {
        execute(connection, "SET statement_timeout = 0");
        connection.setAutoCommit(false);
        execute(connection, first);
    }

    /// Those that others refer to come first.
    private static List<String> tables(Connection target) throws SQLException {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        each(
                target,
                "SELECT c.relname, '' FROM pg_class c WHERE c.relnamespace = '" + Session.SCHEMA
                        + "'::regnamespace AND c.relkind = 'r' ORDER BY c.relname",
                (table, none) -> needs.put(table, new LinkedHashSet<>()));
        each(
                target,
                "SELECT a.relname, b.relname FROM pg_constraint k JOIN pg_class a ON a.oid = k.conrelid"
                        + " JOIN pg_class b ON b.oid = k.confrelid WHERE k.contype = 'f' AND k.connamespace = '"
                        + Session.SCHEMA + "'::regnamespace AND a.oid <> b.oid",
                (table, needed) -> needs.computeIfAbsent(table, one -> new LinkedHashSet<>())
                        .add(needed));
        LEFT_BEHIND.forEach(needs::remove);
        List<String> sorted = new ArrayList<>();
        while (sorted.size() < needs.size()) {
            List<String> next = needs.entrySet().stream()
                    .filter(table -> !sorted.contains(table.getKey()) && sorted.containsAll(table.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + needs);
            }
            sorted.addAll(next);
        }
        return sorted;
    }

    private static void copy(Connection source, Connection target, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        each(
                target,
                "SELECT attname, '' FROM pg_attribute WHERE attrelid = '" + Session.SCHEMA + "." + table
                        + "'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
                (column, none) -> columns.add('"' + column + '"'));
        String what = table + " (" + String.join(", ", columns) + ")";
        try (PipedInputStream in = new PipedInputStream(PIPE);
                PipedOutputStream out = new PipedOutputStream(in);
                ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Long> read = reader.submit(() -> {
                try (out) {
                    return source.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + what + " TO STDOUT", out);
                }
            });
            target.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + what + " FROM STDIN", in);
            read.get();
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + table + " could not be copied", e);
        } catch (ExecutionException e) {
            throw new SQLException("the table " + table + " could not be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("copying was interrupted", e);
        }
    }

    private static void sequences(Connection source, Connection target) throws SQLException {
        Map<String, String> last = new LinkedHashMap<>();
        each(
                source,
                "SELECT sequencename, last_value::text FROM pg_sequences WHERE schemaname = '" + Session.SCHEMA
                        + "' AND last_value IS NOT NULL",
                last::put);
        for (Map.Entry<String, String> one : last.entrySet()) {
            execute(
                    target,
                    "SELECT setval('" + Session.SCHEMA + ".\"" + one.getKey() + "\"', " + one.getValue()
                            + ") WHERE to_regclass('" + Session.SCHEMA + ".\"" + one.getKey() + "\"') IS NOT NULL");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void each(Connection connection, String sql, Pair pair) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pair.take(rows.getString(1), rows.getString(2));
            }
        }
    }

    /// Two columns of a row.
    @FunctionalInterface
    private interface Pair {
        void take(String one, String other);
    }
}
