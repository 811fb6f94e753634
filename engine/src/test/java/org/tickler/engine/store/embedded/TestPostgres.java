package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.tickler.engine.store.Credentials;
import org.tickler.engine.store.DatabaseAddress;

/// The one server that the tests of a module use, through the shipped starter. It stays in `target` from run to run;
/// the first process starts it, the last one stops it. It does not wait for the disk.
public final class TestPostgres {

    private static final String PREFIX = "t_";
    private static @Nullable TestPostgres shared;

    private final EmbeddedPostgres server;
    private final Credentials superuser;
    private final Path programs;
    private final Queue<DatabaseAddress> returned = new ArrayDeque<>();
    private @Nullable String shape;
    private int made;

    private TestPostgres(Path data) throws IOException {
        server = EmbeddedPostgres.join(data, new EmbeddedOptions(binaries(), false));
        DataFolder folder = DataFolder.at(data);
        superuser = new Secrets(folder, ServerAccount.of(folder)).of(Superuser.NAME);
        programs = folder.binaries();
        // initdb kept it with the rounds that people's words want
        execute("ALTER ROLE " + superuser.user() + " PASSWORD '" + Superuser.verifier(superuser) + "'");
        dropLeftovers();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    /// The server of this process, started when first asked for.
    public static synchronized TestPostgres shared() {
        if (shared == null) {
            try {
                shared = new TestPostgres(Path.of("target", "test-postgres-" + version()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /// Which PostgreSQL the tests use: 18, or 15 where `-Dtickler.test.postgres=15` asks for it.
    public static int version() {
        return Integer.getInteger("tickler.test.postgres", 18);
    }

    /// The folder of its unpacked programs.
    Path programs() {
        return programs;
    }

    static Binaries binaries() {
        return version() == 18
                ? Binaries.onClassPath()
                : Binaries.inJar(Path.of("target/postgres-oldest/binaries.jar"));
    }

    /// A new database, empty or a copy of another that nobody is connected to.
    public synchronized DatabaseAddress create(Optional<DatabaseAddress> template) {
        made++;
        String name = PREFIX + ProcessHandle.current().pid() + "_" + made;
        execute("CREATE DATABASE " + name + " OWNER " + Superuser.OWNER
                + template.map(like -> " STRATEGY file_copy TEMPLATE " + nameOf(like))
                        .orElse(""));
        DatabaseAddress ours = server.address();
        return new DatabaseAddress(
                ours.url().replace("/" + Superuser.DATABASE + "?", "/" + name + "?"), ours.owner(), ours.run());
    }

    /// A database like `template`, whose tables have no rows: one that a test had before, or a new one.
    public DatabaseAddress lend(DatabaseAddress template) {
        DatabaseAddress free;
        synchronized (this) {
            free = returned.poll();
        }
        return free == null ? create(Optional.of(template)) : free;
    }

    /// Takes back what was lent, whoever is connected. One whose tables are no longer those of `template` is removed.
    public void takeBack(DatabaseAddress lent, DatabaseAddress template) {
        try (Connection connection = connect(nameOf(lent))) {
            TestRoom.empty(connection);
            if (TestRoom.shape(connection).equals(shapeOf(template))) {
                synchronized (this) {
                    returned.add(lent);
                }
                return;
            }
        } catch (SQLException changed) {
            // it is removed as well
        }
        drop(lent);
    }

    private synchronized String shapeOf(DatabaseAddress template) throws SQLException {
        if (shape == null) {
            try (Connection connection = connect(nameOf(template))) {
                shape = TestRoom.shape(connection);
            }
        }
        return shape;
    }

    /// Removes a database, whoever is connected.
    public void drop(DatabaseAddress address) {
        execute("DROP DATABASE " + nameOf(address) + " WITH (FORCE)");
    }

    /// Runs a statement as the superuser, in the database that nobody else uses.
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// A connection of the superuser, who may do everything.
    public Connection connect() throws SQLException {
        return connect(Superuser.NAME);
    }

    private Connection connect(String database) throws SQLException {
        String url = server.address().url().replace("/" + Superuser.DATABASE + "?", "/" + database + "?");
        return DriverManager.getConnection(url, superuser.user(), superuser.password());
    }

    private void dropLeftovers() {
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 't\\_%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        for (String name : names) {
            long pid = Long.parseLong(name.split("_")[1]);
            if (pid == ProcessHandle.current().pid()
                    || !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            }
        }
    }

    private static String nameOf(DatabaseAddress address) {
        String place = address.place();
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
