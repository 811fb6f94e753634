package org.tickler.engine.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.DocketStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.ReminderRow;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;

/** What is stored of one matter: its docket, and the reminders as they stand. */
record Facts(Docket docket, List<ReminderRow> reminders) {
    /** Of each matter that there is, by id, as they stand in the handle's snapshot. */
    static List<Facts> read(Handle handle, Collection<MatterId> ids) {
        return of(handle, ids, MatterStore.find(handle, ids));
    }

    /** As {@link #read}, and nobody else can plan these matters until the transaction ends. */
    static List<Facts> lock(Handle handle, Collection<MatterId> ids) {
        return of(handle, ids, MatterStore.lock(handle, ids));
    }

    /** As {@link #lock}, and nobody can claim what is planned of these matters either. */
    static List<Facts> lockAll(Handle handle, Collection<MatterId> ids) {
        List<Matter> matters = MatterStore.lock(handle, ids);
        ScheduleStore.lockOpen(handle, ids);
        return of(handle, ids, matters);
    }

    private static List<Facts> of(Handle handle, Collection<MatterId> ids, List<Matter> matters) {
        Map<MatterId, List<ReminderRow>> reminders = ScheduleStore.ofMatters(handle, ids);
        return DocketStore.of(handle, matters).stream()
                .map(docket ->
                        new Facts(docket, reminders.getOrDefault(docket.matter().id(), List.of())))
                .toList();
    }
}
