package org.tickler.engine.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.DueStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.StoredRevision;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.engine.store.ToldStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Told;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.Purpose;

/** Reads what the stages need to know of a claim, at one moment. */
final class FactsReader {
    private FactsReader() {}

    static Facts read(Database database, Claim claim, Office office) {
        List<DueReminder.About> abouts = claim.reminders().stream()
                .flatMap(reminder -> reminder.about().stream())
                .toList();
        List<EntryId> entries = distinct(abouts, DueReminder.About::entry);
        List<MatterId> matters = distinct(abouts, DueReminder.About::matter);
        Channel channel = claim.channel();
        return database.inSnapshot(handle -> {
            People people = PersonStore.all(handle);
            List<String> addresses = claim.reminders().stream()
                    .flatMap(reminder -> people.find(reminder.reader()).stream())
                    .flatMap(reader -> reader.reach().address(channel).stream())
                    .distinct()
                    .toList();
            Map<EntryId, Entry> known = new HashMap<>(EntryStore.find(handle, entries));
            Map<EntryId, Past> pasts = pasts(handle, claim, known);
            return new Facts(
                    claim.at(),
                    office,
                    people,
                    MatterStore.find(handle, matters).stream()
                            .collect(Collectors.toMap(Matter::id, Function.identity())),
                    known,
                    SuppressionStore.find(handle, channel, addresses),
                    IncidentStore.find(handle, channel),
                    DueStore.threads(handle, entries, channel),
                    pasts);
        });
    }

    /** Puts those from which the changed ones follow among the entries: they say why. */
    private static Map<EntryId, Past> pasts(Handle handle, Claim claim, Map<EntryId, Entry> known) {
        Set<EntryId> changed = claim.reminders().stream()
                .filter(one -> one.purpose() == Purpose.MOVED || one.purpose() == Purpose.CANCELLED)
                .flatMap(one -> one.about().stream())
                .map(DueReminder.About::entry)
                .collect(Collectors.toSet());
        if (changed.isEmpty()) {
            return Map.of();
        }
        Set<EntryId> triggers = changed.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .flatMap(entry ->
                        entry.origin() instanceof Origin.Derived derived ? Stream.of(derived.trigger()) : Stream.of())
                .collect(Collectors.toSet());
        EntryStore.find(handle, triggers).forEach(known::putIfAbsent);
        changed.addAll(triggers);
        Map<EntryId, List<StoredRevision>> revisions = EntryStore.revisions(handle, changed);
        Map<EntryId, Map<PersonId, List<Told>>> told = ToldStore.ofEntries(handle, changed);
        return changed.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new Past(revisions.getOrDefault(id, List.of()), told.getOrDefault(id, Map.of()))));
    }

    private static <T> List<T> distinct(List<DueReminder.About> abouts, Function<DueReminder.About, T> part) {
        return abouts.stream().map(part).distinct().toList();
    }
}
