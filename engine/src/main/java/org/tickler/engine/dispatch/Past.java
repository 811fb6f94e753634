package org.tickler.engine.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.store.StoredRevision;
import org.tickler.rules.docket.Stated;
import org.tickler.rules.docket.Told;
import org.tickler.rules.firm.PersonId;

/**
 * What an entry was before it came to stand as it does.
 *
 * @param revisions its history, the first one first
 * @param told what each person was told of it
 */
record Past(List<StoredRevision> revisions, Map<PersonId, List<Told>> told) {
    Past {
        revisions = List.copyOf(revisions);
    }

    /** How and why a revision came about; empty where the history does not have it. */
    Optional<StoredRevision> revision(int number) {
        return revisions.stream().filter(one -> one.number() == number).findFirst();
    }

    /** What {@code reader} was told last before {@code revision}, or else what held before it. */
    Optional<Stated> before(int revision, PersonId reader) {
        return told.getOrDefault(reader, List.of()).stream()
                .filter(one -> one.revision() < revision)
                .max(Comparator.comparingInt(Told::revision))
                .map(Told::stated)
                .or(() -> revisions.stream()
                        .filter(one -> one.number() < revision)
                        .max(Comparator.comparingInt(StoredRevision::number))
                        .map(one -> new Stated(
                                one.when(), one.place().location(), one.place().mode())));
    }
}
