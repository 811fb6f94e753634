package org.tickler.engine.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// How every connection to the firm's database is set, whoever opens it.
final class Session {

    static final String SCHEMA = "tickler";
    static final String OWNER = "tickler_owner";
    static final String RUNNER = "tickler";

    private static final String PASSWORD_REFUSED = "28";

    private Session() {}

    /// What the driver must know. A black-holed connection is given up after a minute, and a server that was demoted
    /// to a copy is never taken for the primary.
    static Properties driverProperties(Credentials credentials) {
        Properties properties = new Properties();
        properties.setProperty("user", credentials.user());
        properties.setProperty("password", credentials.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("targetServerType", "primary");
        properties.setProperty("reWriteBatchedInserts", "true");
        // which quotes values, and so may name a client
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("ApplicationName", "tickler");
        return properties;
    }

    /// The first statements of a session that reads and writes rows. The driver sends the zone of this machine when it
    /// connects, hence the zone is set again; a statement ends before the driver gives up waiting for it,
    /// and a process that froze in a transaction keeps its rows no longer than a claim lasts.
    static String opening(Credentials credentials) {
        return String.join(
                "; ",
                "SET TIME ZONE 'UTC'",
                "SET search_path = " + SCHEMA,
                "SET default_transaction_isolation = 'read committed'",
                "SET statement_timeout = '55s'",
                "SET idle_in_transaction_session_timeout = '1min'",
                become(credentials, RUNNER));
    }

    /// The statement that takes on a role, which a login that is the role itself does not need.
    static String become(Credentials credentials, String role) {
        return credentials.user().equals(role) ? "SELECT" : "SET ROLE " + role;
    }

    /// A connection outside the pool, set for the runner's work. The caller closes it.
    static Connection open(DatabaseAddress address) throws SQLException {
        Connection connection = DriverManager.getConnection(address.url(), driverProperties(address.run()));
        try (var statement = connection.createStatement()) {
            statement.execute(opening(address.run()));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /// Says of a refused connection what a person can do about it.
    static StoreUnavailable unreachable(DatabaseAddress address, Credentials as, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith(PASSWORD_REFUSED)) {
            return new StoreUnavailable(
                    "the database at " + address.place() + " refused the login of \"" + as.user() + "\": "
                            + e.getMessage(),
                    "Check user and password-file under database: in tickler.yaml",
                    e);
        }
        return new StoreUnavailable(
                "the database at " + address.place() + " cannot be reached: " + reason(e),
                "Check that the server runs and that url under database: in tickler.yaml names it",
                e);
    }

    private static String reason(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
