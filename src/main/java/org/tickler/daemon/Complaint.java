package org.tickler.daemon;

/**
 * Something the user can mend. It ends the command with its exit code and is printed as {@code tickler: message},
 * without a stack trace; so the message says what was wrong, what was expected, what was found and what to do.
 */
public final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;

    private Complaint(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** Problems in what was given: exit code 1. */
    public static Complaint problems(String message) {
        return new Complaint(Exit.PROBLEMS, message);
    }

    /** A command line that makes no sense, beyond what its grammar catches: exit code 2. */
    public static Complaint usage(String message) {
        return new Complaint(Exit.USAGE, message);
    }

    /** Something needed that is not available: exit code 3. */
    public static Complaint unavailable(String message) {
        return new Complaint(Exit.UNAVAILABLE, message);
    }

    /** As {@link #unavailable(String)}, keeping what the cause said for the log. */
    public static Complaint unavailable(String message, Throwable cause) {
        var complaint = unavailable(message);
        complaint.initCause(cause);
        return complaint;
    }

    public Exit exit() {
        return exit;
    }
}
