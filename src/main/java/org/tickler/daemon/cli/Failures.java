package org.tickler.daemon.cli;

import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user reads when a command does not come to its end, and the exit code a script gets. */
final class Failures {

    private Failures() {}

    /** A wrong command line: what is wrong, the nearest right word, and where to read on. */
    static int misused(ParameterException misuse, String[] arguments) {
        var command = misuse.getCommandLine();
        var err = command.getErr();
        err.println("tickler: " + misuse.getMessage());
        UnmatchedArgumentException.printSuggestions(misuse, err);
        err.println("Usage and options: " + command.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE.code();
    }

    /** A complaint is for the user: one line. Anything else is a fault of the program, and whoever mends it needs all of it. */
    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        if (failure instanceof Complaint complaint) {
            err.println("tickler: " + complaint.getMessage());
            return complaint.exit().code();
        }
        err.println("tickler: a fault inside Tickler, not of yours: please report the lines below");
        failure.printStackTrace(err);
        return Exit.UNAVAILABLE.code();
    }
}
