package org.tickler.engine.docket;

import java.time.Instant;
import java.util.List;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Outcome;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.firm.MatterId;

/** Plans the matters that changed people or teams touch, after these were stored. */
final class FirmPlanning {
    private final Database database;
    private final Reconciler reconciler;

    FirmPlanning(Database database, Reconciler reconciler) {
        this.database = database;
        this.reconciler = reconciler;
    }

    /**
     * Plans what changed, and what a process that was cut short left to be planned. While a docket is being loaded that is
     * the other's to do.
     */
    Outcome plan(List<MatterId> touched, Cause cause, Instant now) {
        return database.withHandle(handle -> {
            boolean alone = AdvisoryLock.LOAD.tryHold(handle);
            try {
                List<MatterId> matters = alone ? UnplannedStore.all(handle) : touched;
                Outcome outcome = reconciler.reconcile(matters, cause, now);
                if (alone) {
                    UnplannedStore.planned(handle, matters, now);
                } else {
                    UnplannedStore.plannedFrom(handle, matters, now);
                }
                return outcome;
            } finally {
                if (alone) {
                    AdvisoryLock.LOAD.release(handle);
                }
            }
        });
    }
}
