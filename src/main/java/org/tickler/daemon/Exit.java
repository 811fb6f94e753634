package org.tickler.daemon;

/** How a command ended, as scripts see it. */
public enum Exit {
    FINE(0),
    /** Problems were found in what was given: a file, a row, a rule, a person who does not exist. */
    PROBLEMS(1),
    /** The command line itself is wrong. */
    USAGE(2),
    /** Something needed is not available: the database, a port, a JDK; or the program itself failed. */
    UNAVAILABLE(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
