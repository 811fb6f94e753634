package org.tickler.rules.docket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.PersonId;

/**
 * The facts of one matter.
 *
 * @param entries those entered, and the derived ones as they are stored now (so that a deadline whose date did not change
 *     keeps its revision)
 * @param told for each entry, the first of its revisions that each person was told of
 */
public record Docket(Matter matter, List<Entry> entries, Map<EntryId, Map<PersonId, Integer>> told) {
    public Docket {
        entries = List.copyOf(entries);
        told = Map.copyOf(told);
        for (Entry entry : entries) {
            if (!entry.matter().equals(matter.id())) {
                throw new IllegalArgumentException(
                        "entry " + entry.id() + " is on matter " + entry.matter() + ", not on " + matter.id());
            }
        }
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
