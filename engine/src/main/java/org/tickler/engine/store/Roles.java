package org.tickler.engine.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Makes the two roles and the schema that they share: [Session#OWNER] changes tables, [Session#RUNNER] reads and
/// writes rows. A firm's own server gives one login, which is made a member of both and takes on one or the other.
final class Roles {

    private static final int FIRST_WITH_SET_OPTION = 16;
    private static final String NOT_ALLOWED = "42501";
    /// Any number, as long as no other lock of the database uses it.
    private static final long LOCK = 7_460_215_001L;

    private final DatabaseAddress address;

    Roles(DatabaseAddress address) {
        this.address = address;
    }

    /// Creates what is missing, in one transaction; two processes at once take turns.
    void ensure() {
        Credentials migrator = address.migrator();
        try (Connection connection = DriverManager.getConnection(address.url(), Session.driverProperties(migrator))) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
                ensureRole(statement, Session.OWNER, migrator);
                ensureRole(statement, Session.RUNNER, migrator);
                ensureSchema(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw NOT_ALLOWED.equals(e.getSQLState())
                    ? notAllowed(migrator, e)
                    : Session.unreachable(address, migrator, e);
        }
    }

    private static void ensureRole(Statement statement, String role, Credentials migrator) throws SQLException {
        if (!holds(statement, "SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role + " NOLOGIN");
        }
        boolean ownLogin = migrator.user().equals(Session.OWNER);
        if (!ownLogin && !holds(statement, "SELECT WHERE pg_has_role('" + role + "', '" + toTakeOn(statement) + "')")) {
            statement.execute("GRANT " + role + " TO CURRENT_USER");
        }
    }

    private static void ensureSchema(Statement statement) throws SQLException {
        if (!holds(statement, "SELECT FROM pg_namespace WHERE nspname = '" + Session.SCHEMA + "'")) {
            statement.execute("CREATE SCHEMA " + Session.SCHEMA + " AUTHORIZATION " + Session.OWNER);
        }
    }

    /// From 16 on a member may be one that administers the role and yet cannot take it on.
    private static String toTakeOn(Statement statement) throws SQLException {
        int version = statement.getConnection().getMetaData().getDatabaseMajorVersion();
        return version < FIRST_WITH_SET_OPTION ? "MEMBER" : "SET";
    }

    private static boolean holds(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private StoreUnavailable notAllowed(Credentials migrator, SQLException e) {
        return new StoreUnavailable(
                "\"" + migrator.user() + "\" may not make the roles and the schema that Tickler needs at "
                        + address.place() + ": " + e.getMessage(),
                String.join(
                        " ",
                        "Have an administrator run once:",
                        "CREATE ROLE " + Session.OWNER + " NOLOGIN; CREATE ROLE " + Session.RUNNER + " NOLOGIN;",
                        "GRANT " + Session.OWNER + ", " + Session.RUNNER + " TO \"" + migrator.user() + "\";",
                        "CREATE SCHEMA " + Session.SCHEMA + " AUTHORIZATION " + Session.OWNER),
                e);
    }
}
