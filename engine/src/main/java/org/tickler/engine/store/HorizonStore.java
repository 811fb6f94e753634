package org.tickler.engine.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** When time itself will next give the sweeps something to do. */
public final class HorizonStore {

    private HorizonStore() {}

    /**
     * The earliest of: a reminder's next try, a lease's end, a silence that becomes too long, a failure that nobody followed
     * up, the day on which somebody goes, a sheet to be made, a webhook's next try,
     * something else that is done at a set time. It may lie in the past; empty: nothing is ahead.
     */
    public static Optional<Instant> next(Handle handle) {
        return handle.createQuery("""
                        SELECT min(at) FROM (
                            SELECT min(try_at) AS at FROM reminder WHERE state = 'planned'
                            UNION ALL SELECT min(lease_until) FROM reminder WHERE state = 'sending'
                            UNION ALL SELECT min(state_at) FROM reminder WHERE state = 'failed' AND NOT followed_up
                            UNION ALL SELECT min(leaves_at) FROM person WHERE departed_at IS NULL
                            UNION ALL SELECT min(next_at) FROM sheet_turn
                            UNION ALL SELECT min(next_at) FROM appointment
                            UNION ALL SELECT min(ends_at) FROM drill WHERE ended_at IS NULL
                            UNION ALL SELECT min(silent_at) FROM ask
                                WHERE state IN ('open', 'escalated') AND step = 0
                            UNION ALL SELECT min(try_at) FROM webhook_delivery WHERE state = 'waiting') ahead""").mapTo(Instant.class).findOne();
    }
}
