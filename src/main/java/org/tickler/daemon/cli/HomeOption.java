package org.tickler.daemon.cli;

import java.nio.file.Path;
import java.util.Map;
import org.tickler.daemon.OpenHome;
import org.tickler.daemon.Wiring;
import org.tickler.daemon.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a command mixes in to learn which home it works on, whether {@code --home} stood before or after its name. */
@Command
final class HomeOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The home with its database; the caller closes it. What should be known about it is printed to standard error. */
    OpenHome open() {
        OpenHome open = Wiring.open(new Home(folder()), environment());
        try {
            open.settle().forEach(note -> command.commandLine().getErr().println("tickler: " + note));
            return open;
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    /** The folder as given: not checked to exist, to be a home, or to be absolute. */
    Path folder() {
        return root().home();
    }

    /** The variables that the program was started with. */
    Map<String, String> environment() {
        return root().environment();
    }

    private Tickler root() {
        return (Tickler) command.root().userObject();
    }
}
