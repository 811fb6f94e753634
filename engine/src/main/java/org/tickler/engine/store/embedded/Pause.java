package org.tickler.engine.store.embedded;

import org.tickler.engine.store.StoreUnavailable;

/// A short wait between two looks at something that no event announces.
final class Pause {

    private Pause() {}

    /// @throws StoreUnavailable if this thread is interrupted
    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for the embedded database", "Try again", e);
        }
    }
}
