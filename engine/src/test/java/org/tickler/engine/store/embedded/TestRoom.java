package org.tickler.engine.store.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/// A test's database that the next test may have: emptied, which is some thirty times quicker than a new one. One
/// whose tables or rights a test has changed is not given on.
final class TestRoom {

    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(10);
    /// What of the catalogue a test could change: tables, their rules and rights, functions, and what has migrated.
    private static final String SHAPE = """
            SELECT md5(string_agg(line, ';' ORDER BY line)) FROM (
                SELECT concat_ws(' ', c.relname, c.relkind, c.relacl, c.relowner, c.relreplident, a.attname, a.atttypid,
                    a.attnotnull, a.attnum, pg_get_expr(d.adbin, d.adrelid)) AS line
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE c.relnamespace = 'tickler'::regnamespace
                UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
                FROM pg_constraint WHERE connamespace = 'tickler'::regnamespace
                UNION ALL SELECT concat_ws(' ', tgrelid::regclass, tgname, tgenabled, tgfoid) FROM pg_trigger WHERE NOT tgisinternal
                UNION ALL SELECT concat_ws(' ', proname, prosrc, proacl) FROM pg_proc WHERE pronamespace = 'tickler'::regnamespace
                UNION ALL SELECT concat_ws(' ', nspname, nspacl) FROM pg_namespace
                    WHERE nspname NOT LIKE 'pg\\_temp%' AND nspname NOT LIKE 'pg\\_toast%'
                UNION ALL SELECT concat_ws(' ', installed_rank, version, checksum, success) FROM tickler.flyway_schema_history
                UNION ALL SELECT concat_ws(' ', setrole, setconfig) FROM pg_db_role_setting s
                    JOIN pg_database b ON b.oid = s.setdatabase WHERE b.datname = current_database()
                UNION ALL SELECT concat_ws(' ', datname IS NOT NULL, datdba, datconnlimit, datallowconn, datacl)
                    FROM pg_database WHERE datname = current_database()) every""";
    /// Without triggers and keys. What is large is cut off, since to delete leaves its pages.
    private static final String EMPTY = """
            DO $$
            DECLARE
                room record;
            BEGIN
                SET LOCAL session_replication_role = replica;
                FOR room IN SELECT oid::regclass AS name, relkind, pg_relation_size(oid) AS size FROM pg_class
                    WHERE relnamespace = 'tickler'::regnamespace AND relkind IN ('r', 'S')
                        AND relname <> 'flyway_schema_history' LOOP
                    IF room.relkind = 'S' THEN
                        PERFORM setval(room.name, 1, false);
                    ELSIF room.size > 500000 THEN
                        EXECUTE 'TRUNCATE ' || room.name || ' CASCADE';
                    ELSIF room.size > 0 THEN
                        EXECUTE 'DELETE FROM ' || room.name;
                    END IF;
                END LOOP;
            END $$""";

    private TestRoom() {}

    /// What the tables are like, whatever rows they have.
    static String shape(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SHAPE)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /// Has everybody else leave, and takes every row away.
    static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Instant patience = Instant.now().plus(LEAVES_WITHIN);
            while (others(statement)) {
                if (Instant.now().isAfter(patience)) {
                    throw new SQLException("somebody stays connected to a test's database");
                }
                Thread.onSpinWait();
            }
            statement.execute(EMPTY);
        }
    }

    private static boolean others(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type <> 'autovacuum worker'""")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }
}
