package org.tickler.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/// The firm's database: a pool of connections and the transactions run on them. One a process; safe for many threads.
///
/// Work given to a transaction may run more than once, since one that PostgreSQL ended for another's sake is tried
/// again; so it touches rows and nothing else.
public final class Database implements AutoCloseable {

    private static final int OLDEST_VERSION = 15;
    /// Remembers where the names stand in each statement. Shared, it helps a process with several databases; with one
    /// it is as good as its own.
    private static final SqlParser SQL = new ColonPrefixSqlParser();

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(DatabaseAddress address) {
        this.address = address;
        this.pool = Pool.of(address);
        this.jdbi = Jdbi.create(pool).installPlugin(new ColumnTypes());
        jdbi.getConfig(SqlStatements.class).setSqlParser(SQL);
        // made here, so that all handles have the same
        jdbi.getConfig(PeopleRead.class);
        // a failure is logged, and what was bound may name a client
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /// Opens the database at an address, after one connection has shown that it is there and new enough. Its tables
    /// may be missing or old until [#migrate()].
    ///
    /// @throws StoreUnavailable if it is away, refuses the login, or is older than PostgreSQL 15
    public static Database open(DatabaseAddress address) {
        Credentials migrator = address.migrator();
        try (Connection connection = DriverManager.getConnection(address.url(), Session.driverProperties(migrator))) {
            refuseOldServer(address, connection);
        } catch (SQLException e) {
            throw Session.unreachable(address, migrator, e);
        }
        return new Database(address);
    }

    /// Brings the tables to the state that this program knows, creating roles, schema and grants where they are
    /// missing. Does nothing where all is as it should be; two processes at once take turns.
    ///
    /// @throws StoreUnavailable if the tables are of a newer program, or the login may not make the roles
    public void migrate() {
        new Migrations(address).run();
    }

    /// Runs work in a transaction that reads what is committed and may write. Tried again, up to six times, after a
    /// serialisation failure or deadlock. Within another transaction of this thread it is a part of that one.
    public <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(handle -> handle.isInTransaction()
                ? handle.inTransaction(work)
                : Conflicts.retried(() -> handle.inTransaction(work)));
    }

    /// Runs work that only reads, on one snapshot: all it reads stood at the same moment. A write in it is refused, and
    /// so is a snapshot within [#inTransaction].
    public <T, X extends Exception> T inSnapshot(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(handle -> {
            if (handle.isInTransaction()) {
                throw new IllegalStateException("a snapshot is begun within a transaction, which sees later rows too;"
                        + " begin it before, or read in that transaction");
            }
            return handle.inTransaction(opened -> {
                // Jdbi's own way to set the level asks the server for it half a dozen times.
                opened.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                return work.withHandle(opened);
            });
        });
    }

    /// Runs one statement or read that needs no transaction of its own.
    public <T, X extends Exception> T withHandle(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(work);
    }

    /// Where this database is.
    public DatabaseAddress address() {
        return address;
    }

    /// A connection of the caller's own, for what must not share one: listening, and locks that last as long as it.
    Connection ownConnection() {
        try {
            return Session.open(address);
        } catch (SQLException e) {
            throw Session.unreachable(address, address.run(), e);
        }
    }

    /// Gives all connections back. Work in progress fails.
    @Override
    public void close() {
        pool.close();
    }

    private static void refuseOldServer(DatabaseAddress address, Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new StoreUnavailable(
                    "the database at " + address.place() + " is PostgreSQL " + version + ", but Tickler needs "
                            + OLDEST_VERSION + " or newer",
                    "Upgrade the server, or leave database: out of tickler.yaml to use the embedded one");
        }
    }
}
