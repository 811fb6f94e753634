package org.tickler.daemon.cli;

import java.util.concurrent.Callable;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A person with the right to do so lets an entry go. */
@Command(
        name = "waive",
        description = "An entry is let go, by whoever may do that, with the reason; it no longer reminds.")
final class WaiveCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private EntryArgument entry;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Act act = new Act.Waive(entry.id());
        try (OpenHome open = home.open()) {
            return Acting.on(open, act, options, output);
        }
    }
}
