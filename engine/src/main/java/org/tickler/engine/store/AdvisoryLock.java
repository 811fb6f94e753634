package org.tickler.engine.store;

import org.jdbi.v3.core.Handle;

/** What processes of a firm take turns at. The numbers are those of PostgreSQL's advisory locks. */
public enum AdvisoryLock {
    /** Making another book the active one, and planning every matter with it. */
    BOOK(7_460_215_002L),
    /** Making the audit chain longer. */
    AUDIT_CHAIN(7_460_215_003L),
    /** Loading a docket. */
    LOAD(7_460_215_004L),
    /** Planning more matters than one transaction takes. */
    MASS_CHANGE(7_460_215_005L),
    /** Loading the people and matters of the home. */
    FIRM(7_460_215_006L),
    /** Raising the alarm that receipts cannot be kept. */
    RECEIPTS(7_460_215_007L);

    private final long number;

    AdvisoryLock(long number) {
        this.number = number;
    }

    /** Waits for the lock and keeps it until the handle's transaction ends. */
    public void holdInTransaction(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(?)", number);
    }

    /** Waits for the lock and keeps it until {@link #release} on the same handle, over any number of transactions. */
    public void hold(Handle handle) {
        handle.execute("SELECT pg_advisory_lock(?)", number);
    }

    /** As {@link #hold}, without waiting; says whether it was free. */
    public boolean tryHold(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_lock(:number)")
                .bind("number", number)
                .mapTo(Boolean.class)
                .one();
    }

    /** Lets go of what {@link #hold} took. */
    public void release(Handle handle) {
        handle.execute("SELECT pg_advisory_unlock(?)", number);
    }
}
