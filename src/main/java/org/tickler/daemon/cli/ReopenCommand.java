package org.tickler.daemon.cli;

import java.util.concurrent.Callable;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** An entry is wanted after all. */
@Command(
        name = "reopen",
        description =
                "An entry that was done, claimed, waived or cancelled is wanted after all, with the reason; it reminds again.")
final class ReopenCommand implements Callable<Integer> {
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
        Act act = new Act.Reopen(entry.id());
        try (OpenHome open = home.open()) {
            return Acting.on(open, act, options, output);
        }
    }
}
