package org.tickler.daemon.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.watch.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether somebody watches, what waits, and what is wrong. */
@Command(name = "status", description = "How Tickler stands: daemon, book, channels, holds, what is due and unsent.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            Status status = open.engine().status();
            StatusWords words = new StatusWords(open.settings(), status);
            List<String> lines =
                    words.lines(open.home(), open.database().address().place());
            lines.forEach(output::say);
            Map<String, Object> keys =
                    words.keys(open.home(), open.database().address().place());
            output.item(keys);
        }
        return Exit.FINE.code();
    }
}
