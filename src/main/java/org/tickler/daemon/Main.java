package org.tickler.daemon;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tickler.daemon.cli.Tickler;

/** Where the program starts and ends: arguments in, exit code out. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        var commands = Tickler.commands(System.getenv(), utf8(System.out), utf8(System.err));
        System.exit(commands.execute(arguments));
    }

    /** Section signs and firm names must survive a terminal whose locale was never set. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
