package org.tickler.daemon.cli;

import java.util.concurrent.Callable;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** It will not take place. Nothing is deleted: its history stays. */
@Command(name = "cancel", description = "An entry will not take place; those who had been told are told.")
final class CancelCommand implements Callable<Integer> {
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
        Act act = new Act.Cancel(entry.id());
        try (OpenHome open = home.open()) {
            return Acting.on(open, act, options, output);
        }
    }
}
