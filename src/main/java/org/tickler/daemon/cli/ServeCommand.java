package org.tickler.daemon.cli;

import java.util.concurrent.Callable;
import org.tickler.daemon.Daemon;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.daemon.Wiring;
import org.tickler.daemon.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The daemon. It ends by SIGTERM or SIGINT, with exit code 0. */
@Command(name = "serve", description = "Runs the daemon: reminds, escalates, answers, shows.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Override
    public Integer call() throws InterruptedException {
        try (OpenHome open = Wiring.open(new Home(home.folder()), home.environment());
                Daemon daemon = Wiring.serve(open)) {
            daemon.listen();
            daemon.untilStopped();
        }
        return Exit.FINE.code();
    }
}
