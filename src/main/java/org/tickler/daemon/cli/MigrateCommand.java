package org.tickler.daemon.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the tables to what this program knows. Every command does so first; this one does nothing else. */
@Command(name = "migrate", description = "Brings the database's tables up to date.")
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            String place = open.database().address().place();
            output.say("The tables of " + place + " are up to date.");
            output.item(Map.of("database", place, "migrated", true));
        }
        return Exit.FINE.code();
    }
}
