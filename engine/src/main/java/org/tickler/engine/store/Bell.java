package org.tickler.engine.store;

import org.jdbi.v3.core.Handle;

/** PostgreSQL's NOTIFY: other processes hear at once that rows changed, and look for themselves what. */
public final class Bell {
    /** The channel on which it rings. */
    static final String CHANNEL = "tickler";

    private Bell() {}

    /** Rings when the handle's transaction is committed; any number of times in one transaction is once. */
    public static void ring(Handle handle) {
        handle.execute("SELECT pg_notify('" + CHANNEL + "', '')");
    }
}
