package org.tickler.daemon.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** Runs one command of the program as a user would, and keeps what it said. */
final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment;

    Terminal(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The exit code. */
    int run(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int at = 0; at < arguments.length; at++) {
            words[at] = arguments[at].toString();
        }
        return Tickler.commands(environment, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
