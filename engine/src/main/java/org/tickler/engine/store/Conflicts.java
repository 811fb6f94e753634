package org.tickler.engine.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Tries a transaction again that PostgreSQL ended because another one stood in its way. Nothing of it was kept, so a
/// second try is safe as long as the work touches rows only.
final class Conflicts {

    private static final Set<String> AGAIN = Set.of("40001", "40P01");
    private static final int TRIES = 6;
    private static final long FIRST_PAUSE_MILLIS = 5;

    private Conflicts() {}

    /// The work's result, after at most six tries; the last refusal is thrown as it came. Any other failure is thrown
    /// at once.
    static <T, X extends Exception> T retried(Work<T, X> work) throws X {
        for (int tried = 1; ; tried++) {
            try {
                return work.run();
            } catch (Exception e) {
                if (tried == TRIES || !isConflict(e)) {
                    throw e;
                }
                pause(tried);
            }
        }
    }

    private static boolean isConflict(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && AGAIN.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /// Waits longer each time, and never as long as the one it collided with.
    private static void pause(int tried) {
        long longest = FIRST_PAUSE_MILLIS << tried;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS, longest + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("a transaction was interrupted while it waited to try again", "Try again", e);
        }
    }

    /// One try.
    interface Work<T, X extends Exception> {
        T run() throws X;
    }
}
