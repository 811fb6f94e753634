package org.tickler.engine.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.ConfirmedClosureStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.InstructionStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.ReminderRow;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.rules.docket.ConfirmedClosure;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

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
        Map<MatterId, List<Entry>> entries = EntryStore.ofMatters(handle, ids);
        Map<MatterId, List<ReminderRow>> reminders = ScheduleStore.ofMatters(handle, ids);
        Map<EntryId, Map<PersonId, Integer>> told = ScheduleStore.told(handle, ids);
        Map<MatterId, List<Instruction>> instructions = InstructionStore.ofMatters(handle, ids);
        List<ConfirmedClosure> confirmed = ConfirmedClosureStore.all(handle);
        return matters.stream()
                .map(matter -> new Facts(
                        docket(
                                matter,
                                entries.getOrDefault(matter.id(), List.of()),
                                told,
                                instructions.getOrDefault(matter.id(), List.of()),
                                confirmed),
                        reminders.getOrDefault(matter.id(), List.of())))
                .toList();
    }

    private static Docket docket(
            Matter matter,
            List<Entry> entries,
            Map<EntryId, Map<PersonId, Integer>> told,
            List<Instruction> instructions,
            List<ConfirmedClosure> confirmed) {
        Map<EntryId, Map<PersonId, Integer>> here = new HashMap<>();
        for (Entry entry : entries) {
            Map<PersonId, Integer> people = told.get(entry.id());
            if (people != null) {
                here.put(entry.id(), people);
            }
        }
        return new Docket(matter, entries, here, instructions, confirmed);
    }
}
