package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.util.PasswordUtil;
import org.tickler.engine.store.Credentials;

/// What only the superuser of the embedded server does: prove whose server it is, and make the roles and the database
/// that everybody else uses.
///
/// @param credentials of the superuser
record Superuser(Credentials credentials) {

    static final String NAME = "postgres";
    static final String DATABASE = "tickler";
    static final String OWNER = "tickler_owner";
    static final String RUNNER = "tickler";
    static final List<String> ROLES = List.of(OWNER, RUNNER);

    /// The address of a database on a port. The password is proved to the server and never sent to it, so a stranger
    /// who took the port learns nothing.
    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&requireAuth=scram-sha-256";
    }

    /// Logs in. The driver checks that the server knows the password, too.
    Connection login(int port) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", credentials.user());
        properties.setProperty("password", credentials.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("ApplicationName", "tickler superuser");
        return DriverManager.getConnection(url(port, NAME), properties);
    }

    /// The number of the cluster that the server works on.
    static long identifier(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT system_identifier FROM pg_control_system()")) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Makes the roles and the database where they are missing.
    ///
    /// @param newPasswords whether roles that exist get the passwords that are kept now
    void prepare(Connection connection, Secrets secrets, boolean newPasswords) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            for (String role : ROLES) {
                boolean exists = holds(statement, "SELECT FROM pg_roles WHERE rolname = '" + role + "'");
                if (!exists || newPasswords) {
                    prepareRole(connection, exists, secrets.of(role));
                }
            }
            if (!holds(statement, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        }
    }

    /// The role and its password in one transaction: there is never one without a password.
    private static void prepareRole(Connection connection, boolean exists, Credentials role) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (!exists) {
                statement.execute("CREATE ROLE " + role.user() + " LOGIN");
            }
            statement.execute("ALTER ROLE " + role.user() + " PASSWORD '" + verifier(role) + "'");
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /// What the server keeps of a password of ours, by RFC 5802. One round, where people's words want thousands: our
    /// passwords are 256 random bits, which nobody guesses however fast, and every connection pays for the rounds.
    static String verifier(Credentials role) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return PasswordUtil.encodeScramSha256(role.password().toCharArray(), 1, salt);
    }

    private static boolean holds(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
