package org.tickler.rules.docket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.PersonId;

/**
 * The facts of one matter.
 *
 * @param entries those entered, and the derived ones as they are stored now (so that a deadline whose date did not change
 *     keeps its revision)
 * @param told for each entry, what each person was told of its revisions
 * @param said what people said about dates of its entries, by entry, the first one first
 * @param confirmed the closures of courts that a person has confirmed, whatever the matter
 * @param off of its hearings that wait for a date because their court closed, when they were to be
 * @param acts on the whole matter that took effect, the first one first, those that were taken back too
 * @param owned of entries that got another owner, since when that is known
 */
public record Docket(
        Matter matter,
        List<Entry> entries,
        Map<EntryId, Map<PersonId, List<Told>>> told,
        Map<EntryId, List<Instruction>> said,
        List<ConfirmedClosure> confirmed,
        Map<EntryId, When> off,
        List<MatterAct> acts,
        Map<EntryId, Instant> owned) {
    public Docket {
        owned = Map.copyOf(owned);
        entries = List.copyOf(entries);
        told = Map.copyOf(told);
        said = Map.copyOf(said);
        confirmed = List.copyOf(confirmed);
        off = Map.copyOf(off);
        acts = List.copyOf(acts);
        for (Entry entry : entries) {
            if (!entry.matter().equals(matter.id())) {
                throw new IllegalArgumentException(
                        "entry " + entry.id() + " is on matter " + entry.matter() + ", not on " + matter.id());
            }
        }
    }

    /** What people said, the first one first, by the entry that it is about. */
    public static Map<EntryId, List<Instruction>> byEntry(List<Instruction> instructions) {
        return instructions.stream().collect(Collectors.groupingBy(Instruction::entry));
    }

    /** A docket about which nobody was told, nor said, anything. */
    public static Docket of(Matter matter, List<Entry> entries) {
        return new Docket(matter, entries, Map.of(), Map.of(), List.of(), Map.of(), List.of(), Map.of());
    }

    /** Where people's instructions leave an entry. */
    public Standing standing(EntryId id) {
        return Standing.of(said(id));
    }

    /** What people said of an entry and did not take back at once as a slip, the first one first. */
    public List<Instruction> stillSaid(EntryId id) {
        List<Instruction> left = new ArrayList<>();
        for (Instruction one : said(id)) {
            if (one.what() != Instruction.What.UNDONE) {
                left.add(one);
            } else if (!left.isEmpty()) {
                Instant last = left.getLast().at();
                left.removeIf(said -> said.at().equals(last));
            }
        }
        return left;
    }

    /** What people said about the date of an entry, the first one first. */
    public List<Instruction> said(EntryId id) {
        return said.getOrDefault(id, List.of());
    }

    /** The same docket, of other facts of the matter. */
    public Docket on(Matter other) {
        return new Docket(other, entries, told, said, confirmed, off, acts, owned);
    }

    /** The same docket with {@code changed} in place of the entries of their ids, and with more instructions. */
    public Docket with(List<Entry> changed, List<Instruction> more) {
        List<Entry> all = new ArrayList<>(entries);
        Set<EntryId> ids = changed.stream().map(Entry::id).collect(Collectors.toUnmodifiableSet());
        all.removeIf(one -> ids.contains(one.id()));
        all.addAll(changed);
        List<Instruction> instructions = new ArrayList<>(more);
        said.values().forEach(before -> instructions.addAll(0, before));
        return new Docket(matter, all, told, byEntry(instructions), confirmed, off, acts, owned);
    }

    /** The same docket where these closures are confirmed. */
    public Docket withConfirmed(List<ConfirmedClosure> closures) {
        return new Docket(matter, entries, told, said, closures, off, acts, owned);
    }

    /** The same docket where these hearings are off, and no others. */
    public Docket withOff(Map<EntryId, When> hearings) {
        return new Docket(matter, entries, told, said, confirmed, hearings, acts, owned);
    }

    /** The same docket where these acts on the matter took effect, and no others. */
    public Docket withActs(List<MatterAct> others) {
        return new Docket(matter, entries, told, said, confirmed, off, others, owned);
    }

    /** The acts on the matter that are in force, the first one first. */
    public List<MatterAct> inForce() {
        return acts.stream().filter(MatterAct::isInForce).toList();
    }

    /** The act on the matter by which {@code id} is stayed; empty: none stays it. */
    public Optional<MatterAct> stayedBy(EntryId id) {
        return inForce().stream().filter(act -> act.stayed().containsKey(id)).findFirst();
    }

    /** The act on the matter whose end brought the present revision of {@code entry}. */
    public Optional<MatterAct> resumedFrom(Entry entry) {
        return acts.stream()
                .filter(act -> act.stayed().containsKey(entry.id()))
                .filter(act ->
                        act.ended().filter(entry.revision().knownAt()::equals).isPresent())
                .findFirst();
    }

    /** The same docket where these entries have their owners since then. */
    public Docket withOwned(Map<EntryId, Instant> since) {
        Map<EntryId, Instant> all = new HashMap<>(owned);
        all.putAll(since);
        return new Docket(matter, entries, told, said, confirmed, off, acts, all);
    }

    /** Since when it is known that an entry is its owner's; empty: as long as the entry. */
    public Optional<Instant> ownedSince(EntryId id) {
        return Optional.ofNullable(owned.get(id));
    }

    /** Who confirmed {@code closure}, and when; empty: nobody has. */
    public Optional<ConfirmedClosure> confirmation(EmergencyClosure closure) {
        return confirmed.stream().filter(one -> one.covers(closure)).findFirst();
    }

    /** {@code calendars} as they are known for certain: without the closures that nobody has confirmed. */
    public CalendarBook certain(CalendarBook calendars) {
        return calendars.without(Set.copyOf(ConfirmedClosure.unconfirmed(calendars, confirmed)));
    }

    /** When a closure was last confirmed; {@link Instant#EPOCH} where none was. */
    public Instant lastConfirmedAt() {
        return confirmed.stream()
                .map(ConfirmedClosure::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    public Optional<Entry> find(EntryId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** What each person was told last of {@code id} before {@code revision}; who was told of nothing before is left out. */
    public Map<PersonId, Told> toldBefore(EntryId id, int revision) {
        Map<PersonId, Told> last = new HashMap<>();
        told.getOrDefault(id, Map.of())
                .forEach((person, all) -> all.stream()
                        .filter(one -> one.revision() < revision)
                        .max(Comparator.comparingInt(Told::revision))
                        .ifPresent(one -> last.put(person, one)));
        return last;
    }
}
