package org.tickler.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tickler.rules.firm.MatterId;

/** Matters whose facts a load changed and that are not planned with them yet. */
public final class UnplannedStore {
    private UnplannedStore() {}

    /** Says so of these matters, for what became known at {@code at}. */
    public static void add(Handle handle, Collection<MatterId> matters, Instant at) {
        handle.createUpdate("""
                        INSERT INTO unplanned (matter, since) SELECT unnest(:matters), :at ON CONFLICT DO NOTHING""")
                .bind("matters", TextArray.of(matters))
                .bind("at", at)
                .execute();
    }

    /** All of them, by id. */
    public static List<MatterId> all(Handle handle) {
        return handle.createQuery("SELECT DISTINCT matter FROM unplanned ORDER BY matter")
                .map((row, context) -> new MatterId(row.getString("matter")))
                .list();
    }

    /** Says that they have been planned with what became known at {@code at}, and with nothing else. */
    public static int plannedFrom(Handle handle, Collection<MatterId> matters, Instant at) {
        return handle.createUpdate("DELETE FROM unplanned WHERE matter = ANY(:matters) AND since = :at")
                .bind("matters", TextArray.of(matters))
                .bind("at", at)
                .execute();
    }

    /** Says that they have been planned with all that was known at {@code at}. */
    public static void planned(Handle handle, Collection<MatterId> matters, Instant at) {
        handle.createUpdate("DELETE FROM unplanned WHERE matter = ANY(:matters) AND since <= :at")
                .bind("matters", TextArray.of(matters))
                .bind("at", at)
                .execute();
    }
}
