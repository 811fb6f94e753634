package org.tickler.engine.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.AgendaReminder;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Sight;

/// What those who look may see, in one transaction. Where several must be allowed, all are; where nobody is named, it
/// is the firm itself that looks.
final class Sights {
    private final Handle handle;
    private final Instant now;
    private final People people;
    private final Set<Person> lookers = new LinkedHashSet<>();
    private final Map<MatterId, Optional<Matter>> known = new HashMap<>();

    Sights(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
        this.people = PersonStore.all(handle);
    }

    People people() {
        return people;
    }

    /// The transaction in which it is looked.
    Handle handle() {
        return handle;
    }

    void lookedAtBy(PersonId id) {
        lookers.add(people.find(id)
                .orElseThrow(() -> new NoSuchName(
                        "the person",
                        id.value(),
                        people.all().stream().map(one -> one.id().value()).toList())));
    }

    /// The matter, if it is there and everyone who looks may see it.
    Optional<Matter> matter(MatterId id) {
        if (!known.containsKey(id)) {
            load(List.of(id));
        }
        return known.getOrDefault(id, Optional.empty());
    }

    /// Reads several at once, ahead of questions for them.
    void load(Collection<MatterId> ids) {
        ids.forEach(id -> known.put(id, Optional.empty()));
        MatterStore.find(handle, ids).stream().filter(this::seen).forEach(one -> known.put(one.id(), Optional.of(one)));
    }

    /// Alarms of the engine itself belong to whom they are sent.
    boolean sees(AgendaReminder reminder) {
        return reminder.about()
                .map(about -> matter(about.matter()).isPresent())
                .orElseGet(() -> lookers.stream().allMatch(one -> one.id().equals(reminder.to())));
    }

    /// Staff see everyone; others themselves.
    boolean sees(Person other) {
        return lookers.stream()
                .allMatch(one -> one.kind() == PersonKind.STAFF || one.id().equals(other.id()));
    }

    private boolean seen(Matter matter) {
        return lookers.stream()
                .allMatch(one -> Sight.sees(one, matter, day(one)).allowed());
    }

    /** The civil date of {@code person} now; of somebody unknown, in UTC. */
    LocalDate today(PersonId person) {
        return people.find(person).map(this::day).orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private LocalDate day(Person person) {
        return now.atZone(person.zone()).toLocalDate();
    }
}
