package org.tickler.rules.docket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.PersonId;

/**
 * The facts of one matter.
 *
 * @param entries those entered, and the derived ones as they are stored now (so that a deadline whose date did not change
 *     keeps its revision)
 * @param told for each entry, the first of its revisions that each person was told of
 * @param instructions what people said about dates of its entries, the first one first
 * @param confirmed the closures of courts that a person has confirmed, whatever the matter
 * @param off of its hearings that wait for a date because their court closed, when they were to be
 */
public record Docket(
        Matter matter,
        List<Entry> entries,
        Map<EntryId, Map<PersonId, Integer>> told,
        List<Instruction> instructions,
        List<ConfirmedClosure> confirmed,
        Map<EntryId, When> off) {
    public Docket {
        entries = List.copyOf(entries);
        told = Map.copyOf(told);
        instructions = List.copyOf(instructions);
        confirmed = List.copyOf(confirmed);
        off = Map.copyOf(off);
        for (Entry entry : entries) {
            if (!entry.matter().equals(matter.id())) {
                throw new IllegalArgumentException(
                        "entry " + entry.id() + " is on matter " + entry.matter() + ", not on " + matter.id());
            }
        }
    }

    /** A docket about which nobody was told, nor said, anything. */
    public static Docket of(Matter matter, List<Entry> entries) {
        return new Docket(matter, entries, Map.of(), List.of(), List.of(), Map.of());
    }

    /** Where people's instructions leave an entry. */
    public Standing standing(EntryId id) {
        return Standing.of(instructions.stream()
                .filter(instruction -> instruction.entry().equals(id))
                .toList());
    }

    /** The same docket, of other facts of the matter. */
    public Docket on(Matter other) {
        return new Docket(other, entries, told, instructions, confirmed, off);
    }

    /** The same docket with {@code changed} in place of the entries of their ids, and with more instructions. */
    public Docket with(List<Entry> changed, List<Instruction> more) {
        List<Entry> all = new ArrayList<>(entries);
        all.removeIf(one -> changed.stream().anyMatch(entry -> entry.id().equals(one.id())));
        all.addAll(changed);
        return new Docket(
                matter,
                all,
                told,
                Stream.concat(instructions.stream(), more.stream()).toList(),
                confirmed,
                off);
    }

    /** The same docket where these closures are confirmed. */
    public Docket withConfirmed(List<ConfirmedClosure> closures) {
        return new Docket(matter, entries, told, instructions, closures, off);
    }

    /** The same docket where these hearings are off, and no others. */
    public Docket withOff(Map<EntryId, When> hearings) {
        return new Docket(matter, entries, told, instructions, confirmed, hearings);
    }

    /** Who confirmed {@code closure}, and when; empty: nobody has. */
    public Optional<ConfirmedClosure> confirmation(EmergencyClosure closure) {
        return confirmed.stream().filter(one -> one.covers(closure)).findFirst();
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

    /** Who was told of a revision of {@code id} that came before {@code revision}; they must hear of this one too. */
    public Set<PersonId> toldBefore(EntryId id, int revision) {
        Map<PersonId, Integer> people = told.getOrDefault(id, Map.of());
        return people.entrySet().stream()
                .filter(person -> person.getValue() < revision)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
