package org.tickler.engine.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The database cannot be used, for a reason outside the program: it is away, full, too old, too new, or refused us.
/// The message is one for the person at the keyboard; a command ends with exit code 3.
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Connections that failed, and servers that start, stop or are full.
    private static final Pattern LOST = Pattern.compile("08.*|57P0.|53300");

    /// Conflicts, and a server that is short of something, locked or stopping.
    private static final Pattern PASSING = Pattern.compile("(40|53|55|57|58).*");

    private final String what;
    private final String remedy;

    /// @param what what happened and where, a sentence without its full stop
    /// @param remedy what the reader can do about it, a sentence without its full stop
    public StoreUnavailable(String what, String remedy) {
        super(sentences(what, remedy));
        this.what = what;
        this.remedy = remedy;
    }

    /// As above, with the failure underneath.
    public StoreUnavailable(String what, String remedy, Throwable cause) {
        super(sentences(what, remedy), cause);
        this.what = what;
        this.remedy = remedy;
    }

    /// Whether a failure came about because the database is away, rather than by anything in the request.
    public static boolean isBehind(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean lost = cause instanceof SQLException sql
                    && (sql instanceof SQLTransientConnectionException
                            || LOST.matcher("" + sql.getSQLState()).matches());
            if (lost || cause instanceof StoreUnavailable) {
                return true;
            }
        }
        return false;
    }

    /// Whether a failure may be over at the next try: the database is away or short of something, or ended the work for
    /// another's sake. Anything else lies in what was asked of it.
    public static boolean mayPass(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && PASSING.matcher("" + sql.getSQLState()).matches()) {
                return true;
            }
        }
        return isBehind(failure);
    }

    /// What happened, without the remedy.
    public String what() {
        return what;
    }

    /// What the reader can do, without what happened.
    public String remedy() {
        return remedy;
    }

    /// Where lines of a log end the first part, the remedy begins a line of its own.
    private static String sentences(String what, String remedy) {
        return what + (what.endsWith("\n") ? "" : ". ") + remedy + ".";
    }
}
