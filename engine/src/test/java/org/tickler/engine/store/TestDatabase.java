package org.tickler.engine.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tickler.engine.store.embedded.TestPostgres;

/// A migrated, empty database for a test, emptied afterwards. Registered on a static field it is one for the class, on
/// a
/// field of the instance one for each test:
///
/// {@snippet :
/// @RegisterExtension
/// final TestDatabase tests = new TestDatabase();
/// }
///
/// Outside of JUnit: [#open()] and [#close()].
public final class TestDatabase
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

    private static @Nullable DatabaseAddress template;

    private @Nullable Database database;
    private boolean forClass;

    /// A database outside of JUnit's care; the caller closes it.
    public static TestDatabase open() {
        TestDatabase made = new TestDatabase();
        made.begin();
        return made;
    }

    /// The database.
    public Database database() {
        if (database == null) {
            throw new IllegalStateException("the test database is there from before each test until after it");
        }
        return database;
    }

    /// Where it is; a second [Database] may be opened there, as a second node would.
    public DatabaseAddress address() {
        return database().address();
    }

    /// Does to the tables what the program itself may not: tampers with them, or stands in its way.
    public void asOwner(String statements) {
        Credentials owner = address().owner().orElse(address().run());
        try (Connection connection = DriverManager.getConnection(address().url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE tickler_owner; SET search_path = tickler");
            statement.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        forClass = true;
        begin();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!forClass) {
            begin();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!forClass) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        if (database != null) {
            DatabaseAddress address = database.address();
            database.close();
            TestPostgres.shared().takeBack(address, migrated());
            database = null;
        }
    }

    private void begin() {
        database = Database.open(TestPostgres.shared().lend(migrated()));
    }

    private static synchronized DatabaseAddress migrated() {
        if (template == null) {
            DatabaseAddress made = TestPostgres.shared().create(Optional.empty());
            try (Database database = Database.open(made)) {
                database.migrate();
            }
            template = made;
        }
        return template;
    }
}
