package org.tickler.engine.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.sheet.SheetBody;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.DueStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.SheetRow;
import org.tickler.engine.store.SheetStore;
import org.tickler.engine.store.StoredRevision;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.engine.store.Synthetic;
import org.tickler.engine.store.ToldStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Told;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.SheetRule;

/** Reads what the stages need to know of a claim, at one moment. */
final class FactsReader {
    private FactsReader() {}

    static Facts read(Database database, Claim claim, Office office) {
        List<DueReminder.About> abouts = claim.reminders().stream()
                .flatMap(reminder -> reminder.about().stream())
                .toList();
        List<EntryId> entries = distinct(abouts, DueReminder.About::entry);
        List<AskId> sheets = claim.reminders().stream()
                .filter(reminder -> reminder.purpose() == Purpose.SHEET)
                .map(reminder -> reminder.ask().id())
                .toList();
        Channel channel = claim.channel();
        return database.inSnapshot(handle -> {
            Map<AskId, SheetRow> found = sheets.isEmpty() ? Map.of() : SheetStore.find(handle, sheets);
            People people = with(synthetic(PersonStore.readable(handle), claim), claim, found);
            List<MatterId> matters = Stream.concat(
                            distinct(abouts, DueReminder.About::matter).stream(),
                            found.values().stream().flatMap(sheet -> SheetBody.read(sheet.body()).matters().stream()))
                    .distinct()
                    .toList();
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
                    pasts,
                    found);
        });
    }

    /** Everyone, and the mailboxes outside that sheets of the claim go to. */
    private static People with(People people, Claim claim, Map<AskId, SheetRow> sheets) {
        if (sheets.isEmpty()) {
            return people;
        }
        Map<PersonId, Person> outside = new LinkedHashMap<>();
        for (DueReminder reminder : claim.reminders()) {
            Optional.ofNullable(sheets.get(reminder.ask().id()))
                    .flatMap(SheetRow::outside)
                    .ifPresent(mailbox -> outside.put(reminder.reader(), outsider(reminder.reader(), mailbox)));
        }
        return new People(
                Stream.concat(people.all().stream(), outside.values().stream()).toList());
    }

    private static Person outsider(PersonId id, SheetRule.MailAddress mailbox) {
        return new Person(
                id,
                mailbox.name(),
                PersonKind.OTHER,
                List.of(),
                new Reach(Optional.of(mailbox.email()), Optional.empty(), Set.of(), Map.of()),
                ZoneOffset.UTC,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Wants.EACH,
                Optional.empty(),
                Instant.EPOCH);
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

    /** With the reader of synthetic reminders, where one is claimed. */
    private static People synthetic(People known, Claim claim) {
        boolean synthetic = claim.reminders().stream().anyMatch(reminder -> Synthetic.is(reminder.reader()));
        return synthetic && known.find(Synthetic.ID).isEmpty()
                ? new People(Stream.concat(known.all().stream(), Stream.of(Synthetic.READER))
                        .toList())
                : known;
    }

    private static <T> List<T> distinct(List<DueReminder.About> abouts, Function<DueReminder.About, T> part) {
        return abouts.stream().map(part).distinct().toList();
    }
}
