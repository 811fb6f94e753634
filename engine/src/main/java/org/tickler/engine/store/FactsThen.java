package org.tickler.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.HistoryStore.Former;
import org.tickler.rules.docket.ConfirmedClosure;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Told;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/**
 * The facts of a firm as they stood at any instant since {@code since}, read in one snapshot. Who was told of what follows
 * from attempts. Of hearings that a closed court took off their day, only those that still wait are known to have been.
 */
public final class FactsThen {
    private final Handle handle;
    private final People people;
    private final List<Former<Person>> formerPeople;
    private final Map<MatterId, List<Former<Matter>>> formerMatters;
    private final Map<MatterId, List<Former<Entry>>> formerEntries;
    private final List<Former<BookStore.Active>> formerBooks;
    private final List<ConfirmedClosure> closures;

    private FactsThen(Handle handle, Instant since) {
        this.handle = handle;
        this.people = PersonStore.all(handle);
        this.formerPeople = HistoryStore.people(handle, since);
        this.formerMatters = HistoryStore.matters(handle, since).stream()
                .collect(Collectors.groupingBy(former -> former.fact().id()));
        this.formerEntries = HistoryStore.entries(handle, since).stream()
                .collect(Collectors.groupingBy(former -> former.fact().matter()));
        this.formerBooks = HistoryStore.books(handle, since);
        this.closures = ConfirmedClosureStore.all(handle);
    }

    /** To be used while the handle's snapshot lasts. */
    public static FactsThen read(Handle handle, Instant since) {
        return new FactsThen(handle, since);
    }

    /** Everyone as they are now. */
    public People people() {
        return people;
    }

    /** Everyone as they were at {@code at}; who became known later is not there. */
    public People people(Instant at) {
        Map<PersonId, Person> then = standing(formerPeople, Person::id, at);
        return new People(people.all().stream()
                .map(person -> then.getOrDefault(person.id(), person))
                .filter(person -> !person.knownAt().isAfter(at))
                .toList());
    }

    /** The books that were active since, but for the one that is now. */
    public List<Former<BookStore.Active>> books() {
        return formerBooks;
    }

    /** The facts of these matters. */
    public List<OfMatter> of(Collection<MatterId> ids) {
        List<Matter> matters = MatterStore.find(handle, ids);
        List<MatterId> found = matters.stream().map(Matter::id).toList();
        Map<MatterId, List<Entry>> entries = EntryStore.ofMatters(handle, found);
        Map<MatterId, List<Instruction>> said = InstructionStore.ofMatters(handle, found);
        Map<EntryId, When> off = DocketStore.off(handle, found);
        Map<MatterId, List<MatterAct>> acts = MatterActStore.acts(handle, found);
        Map<EntryId, Instant> owned = EntryStore.owned(handle, found);
        return matters.stream()
                .map(matter -> new OfMatter(
                        matter,
                        entries.getOrDefault(matter.id(), List.of()),
                        said.getOrDefault(matter.id(), List.of()),
                        acts.getOrDefault(matter.id(), List.of()),
                        off,
                        owned))
                .toList();
    }

    /** Who was told of which entry of these matters before {@code at}. */
    public Map<EntryId, Map<PersonId, List<Told>>> told(Collection<MatterId> ids, Instant at) {
        return EvidenceStore.told(handle, ids, at);
    }

    private static <I, T> Map<I, T> standing(List<Former<T>> formers, Function<T, I> id, Instant at) {
        Map<I, T> then = new HashMap<>();
        formers.stream()
                .filter(former -> former.until().isAfter(at))
                .forEach(former -> then.putIfAbsent(id.apply(former.fact()), former.fact()));
        return then;
    }

    /** The facts of one matter, now and then. */
    public final class OfMatter {
        private final Matter matter;
        private final List<Entry> entries;
        private final List<Instruction> said;
        private final List<MatterAct> acts;
        private final Map<EntryId, When> off;
        private final Map<EntryId, Instant> owned;

        private OfMatter(
                Matter matter,
                List<Entry> entries,
                List<Instruction> said,
                List<MatterAct> acts,
                Map<EntryId, When> off,
                Map<EntryId, Instant> owned) {
            this.matter = matter;
            this.entries = entries;
            this.said = said;
            this.acts = acts;
            this.off = off;
            this.owned = owned;
        }

        public MatterId id() {
            return matter.id();
        }

        /** As it is now. */
        public Matter matter() {
            return matter;
        }

        /** The instants from {@code from}, exclusive, to {@code to}, exclusive, at which any of its facts, or of those that all matters share, changed. */
        public List<Instant> changes(Instant from, Instant to) {
            Stream<Instant> own = Stream.of(
                            formerMatters.getOrDefault(id(), List.of()).stream().map(Former::until),
                            formerEntries.getOrDefault(id(), List.of()).stream().map(Former::until),
                            entries.stream()
                                    .filter(OfMatter::isNew)
                                    .map(entry -> entry.revision().knownAt()),
                            said.stream().map(Instruction::at),
                            acts.stream().map(act -> act.said().since()),
                            acts.stream().flatMap(act -> act.ended().stream()))
                    .flatMap(Function.identity());
            Stream<Instant> shared = Stream.of(
                            formerPeople.stream().map(Former::until),
                            formerBooks.stream().map(Former::until),
                            closures.stream().map(ConfirmedClosure::at))
                    .flatMap(Function.identity());
            return List.copyOf(Stream.concat(own, shared)
                    .filter(at -> at.isAfter(from) && at.isBefore(to))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }

        private static boolean isNew(Entry entry) {
            return entry.origin() instanceof Origin.Entered && entry.revision().number() == 1;
        }

        /** As it is now, with what {@code told} says. */
        public Docket docket(Map<EntryId, Map<PersonId, List<Told>>> told) {
            return new Docket(
                    matter,
                    entries,
                    here(entries, told),
                    Docket.byEntry(said),
                    closures,
                    here(entries, off),
                    acts,
                    here(entries, owned));
        }

        /** As it was at {@code at}, with what {@code told} says; empty where it was not known yet. */
        public Optional<Docket> docket(Instant at, Map<EntryId, Map<PersonId, List<Told>>> told) {
            Matter then = standing(formerMatters.getOrDefault(id(), List.of()), Matter::id, at)
                    .getOrDefault(id(), matter);
            if (then.knownAt().isAfter(at)) {
                return Optional.empty();
            }
            List<Entry> there = entries(at);
            return Optional.of(new Docket(
                    then,
                    there,
                    here(there, told),
                    Docket.byEntry(
                            said.stream().filter(one -> !one.at().isAfter(at)).toList()),
                    closures.stream().filter(one -> !one.at().isAfter(at)).toList(),
                    here(there, off),
                    actsAt(at),
                    here(there, ownedBy(at))));
        }

        private Map<EntryId, Instant> ownedBy(Instant at) {
            return owned.entrySet().stream()
                    .filter(one -> !one.getValue().isAfter(at))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        /** The acts on the matter that had taken effect by {@code at}, and were not over where they ended later. */
        private List<MatterAct> actsAt(Instant at) {
            return acts.stream()
                    .filter(act -> !act.said().since().isAfter(at))
                    .map(act -> act.ended().filter(at::isBefore).isPresent() ? act.inForce() : act)
                    .toList();
        }

        /** An entry as it was at {@code at}. */
        public Optional<Entry> entry(EntryId id, Instant at) {
            return entries(at).stream().filter(entry -> entry.id().equals(id)).findFirst();
        }

        private List<Entry> entries(Instant at) {
            Map<EntryId, Entry> then = standing(formerEntries.getOrDefault(id(), List.of()), Entry::id, at);
            return entries.stream()
                    .map(entry -> then.getOrDefault(entry.id(), entry))
                    .filter(entry ->
                            !(isNew(entry) && entry.revision().knownAt().isAfter(at)))
                    .toList();
        }

        private static <T> Map<EntryId, T> here(List<Entry> entries, Map<EntryId, T> known) {
            return entries.stream()
                    .filter(entry -> known.containsKey(entry.id()))
                    .collect(Collectors.toMap(Entry::id, entry -> known.get(entry.id())));
        }
    }
}
