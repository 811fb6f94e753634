package org.tickler.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.util.Throwables;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.store.embedded.TestPostgres;

final class DatabaseTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void sessionsRunInUtcWhateverTheZoneOfThisMachine() {
        assertThat(ZoneId.systemDefault()).isNotEqualTo(ZoneId.of("UTC"));
        assertThat(ask("SHOW timezone")).isEqualTo("UTC");
    }

    @Test
    void sessionsActAsTheRunnerAndWorkInItsSchema() {
        assertThat(ask("SELECT current_user || ' ' || current_schema()")).isEqualTo("tickler tickler");
    }

    @Test
    void runsOnTheVersionAskedFor() {
        assertThat(ask("SHOW server_version")).startsWith(TestPostgres.version() + ".");
    }

    @Test
    void runnerMayNotChangeTables() {
        assertThatThrownBy(() -> run("CREATE TABLE extra (id int)"))
                .isInstanceOf(JdbiException.class)
                .hasMessageContaining("permission denied for schema");
        assertThatThrownBy(() -> run("DROP TABLE entry")).hasMessageContaining("must be owner of table");
        assertThatThrownBy(() -> run("TRUNCATE entry")).hasMessageContaining("permission denied");
    }

    @Test
    void runnerReadsAndWritesEveryTableButTheHistoryOfMigrations() {
        String closed = ask("""
                SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = 'tickler'
                AND NOT (has_table_privilege(schemaname || '.' || tablename, 'SELECT')
                     AND has_table_privilege(schemaname || '.' || tablename, 'INSERT'))
                """);

        assertThat(closed).isEqualTo("flyway_schema_history");
    }

    @Test
    void auditRowsAreWrittenAndNeverChangedOrRemoved() {
        run("INSERT INTO audit (at, who, act, detail) VALUES (timestamptz '2026-11-23 12:00Z', 'rdiaz', 'load', '{}')");

        assertThat(ask("SELECT who FROM audit")).isEqualTo("rdiaz");
        assertThatThrownBy(() -> run("UPDATE audit SET who = 'x'")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("DELETE FROM audit")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("UPDATE audit_link SET hash = ''")).hasMessageContaining("permission denied");
    }

    @Test
    void whatPeopleSaidAboutDatesIsNeverChangedOrRemovedEither() throws SQLException {
        assertThatThrownBy(() -> run("UPDATE instruction SET source = 'x'")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run("DELETE FROM instruction")).hasMessageContaining("permission denied");

        try (Connection owner = new OwnerConnections(tests.address()).getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("GRANT UPDATE, DELETE ON tickler.instruction TO tickler");
        }
        run("DELETE FROM instruction");
        tests.database().migrate();
        assertThatThrownBy(() -> run("DELETE FROM instruction"))
                .as("also where an older program made the tables and none are new")
                .hasMessageContaining("permission denied");
    }

    @Test
    void aFrozenTransactionIsEndedAfterAMinute() {
        assertThat(ask("SHOW idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    @Test
    void migratingAgainChangesNothing() {
        tests.database().migrate();
        String once = ask("SELECT count(*) FROM flyway_schema_history WHERE success");
        tests.database().migrate();

        assertThat(ask("SELECT count(*) FROM flyway_schema_history WHERE success"))
                .isEqualTo(once)
                .isNotEqualTo("0");
    }

    @Test
    void tablesOfANewerProgramAreRefused() throws Exception {
        asOwner("""
                INSERT INTO tickler.flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (1000, '1000', 'from the future', 'SQL', 'V1000__from_the_future.sql', 1, 'x', 1, true)
                """);

        assertThatThrownBy(() -> tests.database().migrate())
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("are of a newer Tickler (migration 1000, from the future)")
                .hasMessageContaining("Run the newer program");
    }

    @Test
    void carriesDatesTimesAndInstantsUnchanged() {
        Map<String, Object> values = Map.of(
                "at", NOON,
                "date", LocalDate.of(1900, 1, 1),
                "time", LocalTime.of(2, 30),
                "local", LocalDateTime.of(2027, 3, 14, 2, 30),
                "zone", ZoneId.of("America/New_York"));

        Civil row = tests.database()
                .withHandle(handle -> handle.createQuery("""
                        SELECT :at::timestamptz AS at, :date::date AS date, :time::time AS time,
                               :local::timestamp AS local, :zone::text AS zone, NULL::timestamptz AS empty
                        """)
                        .bindMap(values)
                        .mapTo(Civil.class)
                        .one());

        assertThat(row)
                .isEqualTo(new Civil(
                        NOON,
                        LocalDate.of(1900, 1, 1),
                        LocalTime.of(2, 30),
                        LocalDateTime.of(2027, 3, 14, 2, 30),
                        ZoneId.of("America/New_York"),
                        Optional.empty()));
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        assertThatThrownBy(() -> tests.database().inTransaction(handle -> {
                    handle.execute("INSERT INTO person (id, body, known_at) VALUES ('jlin', '{}', ?)", NOON);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ask("SELECT count(*) FROM person")).isEqualTo("0");
    }

    @Test
    void aSnapshotIsOfOneMomentAndWritesNothing() {
        List<Integer> counts = tests.database().inSnapshot(handle -> {
            int before = handle.createQuery("SELECT count(*) FROM person")
                    .mapTo(int.class)
                    .one();
            inAnotherThread(
                    "INSERT INTO person (id, body, known_at) VALUES ('jlin', '{}', timestamptz '2026-11-23 12:00Z')");
            return List.of(
                    before,
                    handle.createQuery("SELECT count(*) FROM person")
                            .mapTo(int.class)
                            .one());
        });

        assertThat(counts).containsExactly(0, 0);
        assertThatThrownBy(() -> tests.database().inSnapshot(handle -> handle.execute("DELETE FROM person")))
                .hasMessageContaining("read-only transaction");
        assertThat(ask("SELECT count(*) FROM person")).isEqualTo("1");
    }

    @Test
    void aFailedStatementTellsNothingOfWhatItCarried() {
        assertThatThrownBy(() -> tests.database()
                        .inTransaction(handle -> handle.createUpdate(
                                        "INSERT INTO person (id, body, known_at) VALUES ('acme', CAST(:body AS jsonb), :at)")
                                .bind("body", "{\"name\":\"Secret Client \\u0000\"}")
                                .bind("at", NOON)
                                .execute()))
                .isInstanceOf(JdbiException.class)
                .satisfies(failure -> assertThat(Throwables.getStackTrace(failure))
                        .contains("PSQLException")
                        .doesNotContain("Secret Client"));
    }

    @Test
    void anAbsentServerIsNamed() {
        DatabaseAddress nowhere = new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:1/firm", Optional.empty(), new Credentials("tickler", "secret"));

        assertThatThrownBy(() -> Database.open(nowhere))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/firm cannot be reached")
                .hasMessageNotContaining("secret");
    }

    private String ask(String query) {
        return tests.database()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).one());
    }

    private void run(String sql) {
        tests.database().inTransaction(handle -> handle.execute(sql));
    }

    private void inAnotherThread(String sql) {
        CompletableFuture.runAsync(() -> run(sql)).join();
    }

    private void asOwner(String sql) throws Exception {
        Credentials owner = tests.address().owner().orElseThrow();
        try (var connection = DriverManager.getConnection(tests.address().url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    record Civil(
            Instant at, LocalDate date, LocalTime time, LocalDateTime local, ZoneId zone, Optional<Instant> empty) {}
}
