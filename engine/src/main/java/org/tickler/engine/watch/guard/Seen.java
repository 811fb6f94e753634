package org.tickler.engine.watch.guard;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.agenda.NoSuchName;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.guard.Finding;

/** Which findings somebody may see: of a matter, whoever may see that; of a colleague, the staff. */
final class Seen {
    private final Handle handle;
    private final Optional<Person> viewer;
    private final Instant now;

    /**
     * @param viewer empty: the firm itself looks
     * @throws NoSuchName if nobody has that id
     */
    Seen(Handle handle, Optional<PersonId> viewer, Instant now) {
        this.handle = handle;
        this.now = now;
        People people = PersonStore.all(handle);
        this.viewer = viewer.map(id -> people.find(id)
                .orElseThrow(() -> new NoSuchName(
                        "the person",
                        id.value(),
                        people.all().stream().map(one -> one.id().value()).toList())));
    }

    boolean by(Finding finding) {
        return viewer.map(person -> finding.matter()
                        .map(id -> MatterStore.find(handle, id)
                                .filter(matter -> Sight.sees(
                                                person,
                                                matter,
                                                now.atZone(person.zone()).toLocalDate())
                                        .allowed())
                                .isPresent())
                        .orElse(person.kind() == PersonKind.STAFF))
                .orElse(true);
    }
}
