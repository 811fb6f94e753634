package org.tickler.daemon.cli;

import java.util.concurrent.Callable;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The court changed it. History keeps this apart from {@code correct}. */
@Command(name = "move", description = "The court changed an entry's day, hour, room or mode.")
final class MoveCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private EntryArgument entry;

    @Mixin
    private NewDateOptions date;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Act act = new Act.Move(entry.id(), date.needed());
        try (OpenHome open = home.open()) {
            return Acting.on(open, act, options, output);
        }
    }
}
