package org.tickler.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickler.engine.store.embedded.TestPostgres;

/// A firm brings a server of its own and gives one login, which is not the superuser.
final class OutsideServerTest {

    private static final Credentials FIRM =
            new Credentials("firm_" + ProcessHandle.current().pid(), "it's ours");

    private final TestPostgres server = TestPostgres.shared();
    private DatabaseAddress address;

    @BeforeEach
    void aLoginWithADatabaseOfItsOwn() {
        server.execute("CREATE ROLE " + FIRM.user() + " LOGIN PASSWORD 'it''s ours'");
        DatabaseAddress made = server.create(Optional.empty());
        address = new DatabaseAddress(made.url(), Optional.empty(), FIRM);
        server.execute("GRANT ALL ON DATABASE "
                + made.place().substring(made.place().lastIndexOf('/') + 1) + " TO " + FIRM.user());
    }

    @AfterEach
    void gone() {
        server.drop(address);
        server.execute("DROP ROLE " + FIRM.user());
    }

    @Test
    void aLoginThatIsAMemberOfBothRolesMigratesAsOneAndRunsAsTheOther() {
        server.execute("GRANT tickler_owner, tickler TO " + FIRM.user());
        try (Database database = Database.open(address)) {
            database.migrate();

            assertThat(ask(database, "SELECT session_user || ' as ' || current_user"))
                    .isEqualTo(FIRM.user() + " as tickler");
            assertThat(ask(database, "SELECT tableowner FROM pg_tables WHERE tablename = 'entry'"))
                    .isEqualTo("tickler_owner");
            assertThatThrownBy(() -> ask(database, "DELETE FROM audit RETURNING who"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aLoginThatMayNotTakeOnTheRolesIsToldWhatAnAdministratorMustRun() {
        try (Database database = Database.open(address)) {
            assertThatThrownBy(database::migrate)
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("may not make the roles and the schema")
                    .hasMessageContaining("GRANT tickler_owner, tickler TO \"" + FIRM.user() + "\"");
        }
    }

    @Test
    void twoNodesThatMigrateAtOnceTakeTurns() {
        server.execute("GRANT tickler_owner, tickler TO " + FIRM.user());
        try (Database one = Database.open(address);
                Database other = Database.open(address)) {
            CompletableFuture<Void> first = CompletableFuture.runAsync(one::migrate);
            other.migrate();
            first.join();

            assertThat(ask(one, "SELECT count(*) FROM flyway_schema_history WHERE version = '1'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aRefusedLoginIsNamedWithoutItsPassword() {
        DatabaseAddress wrong =
                new DatabaseAddress(address.url(), Optional.empty(), new Credentials(FIRM.user(), "not-our-password"));

        assertThatThrownBy(() -> Database.open(wrong))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("refused the login of \"" + FIRM.user() + "\"")
                .hasMessageContaining("password-file")
                .hasMessageNotContaining("not-our-password");
    }

    private static String ask(Database database, String query) {
        return database.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
