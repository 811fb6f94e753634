package org.tickler.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections that change the schema: outside the pool, as the owner role, and without a limit on how long a
/// statement may take.
final class OwnerConnections extends PGSimpleDataSource {

    private final String opening;

    OwnerConnections(DatabaseAddress address) {
        Credentials migrator = address.migrator();
        setUrl(address.url());
        setUser(migrator.user());
        setPassword(migrator.password());
        setApplicationName("tickler migrate");
        setTcpKeepAlive(true);
        this.opening = "SET TIME ZONE 'UTC'; " + Session.become(migrator, Session.OWNER);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(opening);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }
}
