package org.tickler.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.rules.docket.ConfirmedClosure;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Told;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** All that is known of matters, as dates and reminders are derived from it. */
public final class DocketStore {
    private DocketStore() {}

    /** The docket of each of them, in their order, as it stands in the handle's snapshot. */
    public static List<Docket> of(Handle handle, List<Matter> matters) {
        List<MatterId> ids = matters.stream().map(Matter::id).toList();
        Map<MatterId, List<Entry>> entries = EntryStore.ofMatters(handle, ids);
        Map<EntryId, Map<PersonId, List<Told>>> told = ToldStore.ofMatters(handle, ids);
        Map<MatterId, List<Instruction>> instructions = InstructionStore.ofMatters(handle, ids);
        Map<EntryId, When> off = off(handle, ids);
        Map<EntryId, Instant> owned = EntryStore.owned(handle, ids);
        List<ConfirmedClosure> confirmed = ConfirmedClosureStore.all(handle);
        Map<MatterId, List<MatterAct>> acts = MatterActStore.acts(handle, ids);
        return matters.stream()
                .map(matter -> {
                    List<Entry> here = entries.getOrDefault(matter.id(), List.of());
                    return new Docket(
                            matter,
                            here,
                            of(here, told),
                            Docket.byEntry(instructions.getOrDefault(matter.id(), List.of())),
                            confirmed,
                            of(here, off),
                            acts.getOrDefault(matter.id(), List.of()),
                            of(here, owned));
                })
                .toList();
    }

    private static <T> Map<EntryId, T> of(List<Entry> entries, Map<EntryId, T> known) {
        Map<EntryId, T> here = new HashMap<>();
        entries.forEach(
                entry -> Optional.ofNullable(known.get(entry.id())).ifPresent(one -> here.put(entry.id(), one)));
        return here;
    }

    /** When entries were to be that wait because their court closed: the last date in their history, which a closing followed. */
    static Map<EntryId, When> off(Handle handle, Collection<MatterId> matters) {
        return handle
                .createQuery("""
                        SELECT dated.* FROM (
                            SELECT DISTINCT ON (revised.entry) revised.* FROM entry
                            JOIN entry_revision revised ON revised.entry = entry.id AND revised.day IS NOT NULL
                            WHERE entry.matter = ANY(:matters) AND entry.status = 'waiting' AND entry.source IS NOT NULL
                            ORDER BY revised.entry, revised.revision DESC) dated
                        JOIN entry_revision closing ON closing.entry = dated.entry
                            AND closing.revision = dated.revision + 1 AND closing.cause = 'court-closed'""")
                .bind("matters", TextArray.of(matters))
                .map((row, context) -> Map.entry(new EntryId(row.getString("entry")), WhenColumns.read(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
