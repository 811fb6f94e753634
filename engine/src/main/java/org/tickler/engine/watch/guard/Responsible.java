package org.tickler.engine.watch.guard;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.remind.Addressee;

/**
 * Who hears of what a guard finds: whom it names, as far as they may see the matter and can be reached; else the last resort;
 * else somebody of the firm who may see it. Of one transaction.
 */
public final class Responsible {
    private final Handle handle;
    private final People people;
    private final ActiveBook book;
    private final Instant now;
    private final Map<PersonId, List<Channel>> channels = new HashMap<>();

    public Responsible(Handle handle, People people, ActiveBook book, Instant now) {
        this.handle = handle;
        this.people = people;
        this.book = book;
        this.now = now;
    }

    /**
     * Of a finding of {@code guard}, each once; none where nobody can be told.
     *
     * @param matter empty: it is on none
     */
    public Set<Person> of(Guard guard, Optional<Matter> matter) {
        Set<Person> readers = new LinkedHashSet<>();
        for (Addressee addressee : guard.to()) {
            meant(addressee, matter).stream()
                    .filter(person -> mayHear(person, matter))
                    .forEach(readers::add);
        }
        if (readers.isEmpty()) {
            people.find(book.firm().lastResort())
                    .filter(person -> mayHear(person, matter))
                    .or(() -> matter.map(this::whoMaySee)
                            .orElseGet(() -> anybodyBut(book.firm().lastResort())))
                    .ifPresent(readers::add);
        }
        return readers;
    }

    /** By which channels somebody can be told: those that may be used and whose addresses are not known to be dead. */
    public List<Channel> channels(Person person) {
        return channels.computeIfAbsent(person.id(), id -> SuppressionStore.open(handle, person, person.dayAt(now)));
    }

    /** Somebody of the firm who is there and can be told, a supervising attorney first, and is not that one. */
    public Optional<Person> anybodyBut(PersonId one) {
        return LastResort.anybodyBut(handle, people, one, now);
    }

    /** Those on the matter before all others. */
    private Optional<Person> whoMaySee(Matter matter) {
        Stream<Person> team = Stream.of(RoleName.LEAD_ATTORNEY, RoleName.SUPERVISING_ATTORNEY, RoleName.DOCKET_CLERK)
                .flatMap(role -> people.inRole(role, matter, person -> person.dayAt(now)).stream());
        return Stream.concat(team, people.all().stream())
                .filter(person -> person.kind() == PersonKind.STAFF && !person.awayOn(person.dayAt(now)))
                .filter(person -> mayHear(person, Optional.of(matter)))
                .findFirst();
    }

    private List<Person> meant(Addressee addressee, Optional<Matter> matter) {
        return switch (addressee) {
            case Addressee.Role role ->
                matter.map(one -> people.inRole(role.name(), one, person -> person.dayAt(now)))
                        .orElseGet(() -> people.inRole(role.name()));
            case Addressee.Named named -> people.find(named.id()).stream().toList();
            case Addressee.Owner owner -> List.of();
            case Addressee.DelegateOfAsked delegate -> List.of();
        };
    }

    private boolean mayHear(Person person, Optional<Matter> matter) {
        return !person.goneOn(person.dayAt(now))
                && !channels(person).isEmpty()
                && matter.map(one -> Sight.sees(person, one, person.dayAt(now)).allowed())
                        .orElse(true);
    }
}
