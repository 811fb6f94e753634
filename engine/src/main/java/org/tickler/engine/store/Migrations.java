package org.tickler.engine.store;

import java.util.EnumSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/// Brings the schema forward, never back, over a connection of its own and as the owner role.
final class Migrations {

    private static final Set<MigrationState> NEWER =
            EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    /// Not even those of a newer program, which are ignored by default.
    private static final String[] NONE = {};

    private final DatabaseAddress address;

    Migrations(DatabaseAddress address) {
        this.address = address;
    }

    void run() {
        new Roles(address).ensure();
        Flyway flyway = flyway();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            refuseNewerSchema(flyway.info());
            throw new StoreUnavailable(
                    "the tables of the database at " + address.place() + " could not be brought up to date: "
                            + e.getMessage(),
                    "Nothing was half done: each migration is one transaction. Restore the program that last ran,"
                            + " and report this message",
                    e);
        }
    }

    private Flyway flyway() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(new OwnerConnections(address))
                .defaultSchema(Session.SCHEMA)
                .createSchemas(false)
                .ignoreMigrationPatterns(NONE)
                .locations("classpath:db")
                .failOnMissingLocations(true)
                .connectRetries(0)
                .load();
    }

    private void refuseNewerSchema(MigrationInfoService info) {
        for (MigrationInfo applied : info.applied()) {
            if (NEWER.contains(applied.getState())) {
                throw new StoreUnavailable(
                        "the tables of the database at " + address.place() + " are of a newer Tickler (migration "
                                + applied.getVersion() + ", " + applied.getDescription() + ")",
                        "Run the newer program, or restore a backup made before it ran");
            }
        }
    }
}
