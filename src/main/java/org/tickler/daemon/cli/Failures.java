package org.tickler.daemon.cli;

import java.util.Objects;
import java.util.Optional;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.engine.agenda.NoSuchName;
import org.tickler.engine.book.BookRefused;
import org.tickler.engine.book.NoActiveBook;
import org.tickler.engine.docket.ActRefused;
import org.tickler.engine.history.EvidenceRefused;
import org.tickler.engine.store.StoreUnavailable;
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

    /** What the engine refuses or lacks is for the user too. */
    private static Optional<Complaint> complaint(Exception failure) {
        return switch (failure) {
            case Complaint complaint -> Optional.of(complaint);
            case ActRefused refused -> Optional.of(Complaint.problems(said(refused)));
            case NoSuchName unknown -> Optional.of(Complaint.problems(said(unknown)));
            case EvidenceRefused refused -> Optional.of(Complaint.problems(said(refused)));
            case BookRefused refused -> Optional.of(Complaint.problems(said(refused)));
            case StoreUnavailable away -> Optional.of(Complaint.unavailable(said(away), away));
            case NoActiveBook none -> Optional.of(Complaint.unavailable(said(none), none));
            default -> Optional.empty();
        };
    }

    private static String said(Exception failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    /** A complaint is for the user: one line. Anything else is a fault of the program, and whoever mends it needs all of it. */
    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        Optional<Complaint> complaint = complaint(failure);
        if (complaint.isPresent()) {
            err.println("tickler: " + complaint.get().getMessage());
            return complaint.get().exit().code();
        }
        err.println("tickler: a fault inside Tickler, not of yours: please report the lines below");
        failure.printStackTrace(err);
        return Exit.UNAVAILABLE.code();
    }
}
