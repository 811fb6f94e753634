package org.tickler.rules.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.PersonId;

/**
 * The facts of one matter.
 *
 * @param entries those entered, and the derived ones as they are stored now (so that a deadline whose date did not change
 *     keeps its revision)
 * @param told for each entry, the first of its revisions that each person was told of
 * @param instructions what people said about dates of its entries, the first one first
 */
public record Docket(
        Matter matter, List<Entry> entries, Map<EntryId, Map<PersonId, Integer>> told, List<Instruction> instructions) {
    public Docket {
        entries = List.copyOf(entries);
        told = Map.copyOf(told);
        instructions = List.copyOf(instructions);
        for (Entry entry : entries) {
            if (!entry.matter().equals(matter.id())) {
                throw new IllegalArgumentException(
                        "entry " + entry.id() + " is on matter " + entry.matter() + ", not on " + matter.id());
            }
        }
    }

    /** A docket about which nobody was told, nor said, anything. */
    public static Docket of(Matter matter, List<Entry> entries) {
        return new Docket(matter, entries, Map.of(), List.of());
    }

    /** Where people's instructions leave an entry. */
    public Standing standing(EntryId id) {
        return Standing.of(instructions.stream()
                .filter(instruction -> instruction.entry().equals(id))
                .toList());
    }

    /** The same docket, of other facts of the matter. */
    public Docket on(Matter other) {
        return new Docket(other, entries, told, instructions);
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
                Stream.concat(instructions.stream(), more.stream()).toList());
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
