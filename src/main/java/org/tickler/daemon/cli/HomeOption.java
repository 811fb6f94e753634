package org.tickler.daemon.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a command mixes in to learn which home it works on, whether {@code --home} stood before or after its name. */
@Command
final class HomeOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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
