package org.tickler.daemon.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command that reports mixes in: sentences for people, or with {@code --json} one object a line. */
@Command
final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "One object a line instead of sentences.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** Prints a sentence, unless objects were asked for. */
    void say(String sentence) {
        if (!json) {
            out().println(sentence);
        }
    }

    /** Prints an object, if objects were asked for. */
    void item(Map<String, ?> keys) {
        if (json) {
            out().println(Json.line(keys));
        }
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }
}
