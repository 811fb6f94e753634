package org.tickler.daemon.cli;

import java.util.concurrent.Callable;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** It is right as it stands. What waits as a probable duplicate is something else, and reminds from now on. */
@Command(name = "keep", description = "An entry is right as it stands: settles what is asked about it.")
final class KeepCommand implements Callable<Integer> {
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
        Act act = new Act.Keep(entry.id());
        try (OpenHome open = home.open()) {
            return Acting.on(open, act, options, output);
        }
    }
}
