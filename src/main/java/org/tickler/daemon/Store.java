package org.tickler.daemon;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DatabaseAddress;
import org.tickler.engine.store.embedded.EmbeddedPostgres;

/**
 * The firm's database as one process holds it.
 *
 * @param embedded our share in the home's own server; empty where the firm has a server
 */
record Store(Optional<EmbeddedPostgres> embedded, Database database, InstantSource clock) implements AutoCloseable {
    /** Migrated, with its clock at hand. What was opened is closed again where the rest fails. */
    static Store open(
            Optional<EmbeddedPostgres> embedded, DatabaseAddress address, Function<Database, InstantSource> clock) {
        Database database = Database.open(address);
        try {
            database.migrate();
            return new Store(embedded, database, clock.apply(database));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public void close() {
        database.close();
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
