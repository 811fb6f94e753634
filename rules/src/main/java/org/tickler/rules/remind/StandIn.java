package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Sight;

/** Finds who takes over what falls to a person who is away, and who calls one whom no message reaches. */
public final class StandIn {
    /** How long whoever is to call has to say that it is done, where nobody says otherwise. */
    public static final TimeSpan TIME_TO_CALL = new TimeSpan(4, Unit.BUSINESS_HOURS);

    private final Matter matter;
    private final People people;

    public StandIn(Matter matter, People people) {
        this.matter = matter;
        this.people = people;
    }

    /**
     * The first along the chain of delegates of {@code away} who is not away himself, may see the matter and can be
     * reached, each judged on the day that {@code moment} gives for him. Empty where the chain ends, or turns back on
     * itself, without one.
     */
    public Optional<Person> find(Person away, Function<Person, Instant> moment) {
        Set<PersonId> seen = new LinkedHashSet<>();
        seen.add(away.id());
        Optional<Person> next = away.delegate().flatMap(people::find);
        while (next.isPresent() && seen.add(next.get().id())) {
            Person candidate = next.get();
            LocalDate day = moment.apply(candidate).atZone(candidate.zone()).toLocalDate();
            if (!candidate.awayOn(day)
                    && Sight.sees(candidate, matter, day).allowed()
                    && !Channels.usable(candidate, day).isEmpty()) {
                return next;
            }
            next = candidate.delegate().flatMap(people::find);
        }
        return Optional.empty();
    }

    /**
     * Who calls {@code unreachable}: the first docket clerk who is not away, may see the matter and can be reached, else the
     * last resort, who may be away; each judged at {@code at}. Empty where that one is behind a wall or unreachable too.
     */
    public Optional<Person> caller(Person unreachable, PersonId lastResort, Instant at) {
        Stream<Person> clerks = people.inRole(RoleName.DOCKET_CLERK, matter).stream()
                .filter(clerk -> !clerk.awayOn(at.atZone(clerk.zone()).toLocalDate()));
        return Stream.concat(clerks, people.find(lastResort).stream())
                .filter(person -> !person.id().equals(unreachable.id()))
                .filter(person -> {
                    LocalDate day = at.atZone(person.zone()).toLocalDate();
                    return Sight.sees(person, matter, day).allowed()
                            && !Channels.usable(person, day).isEmpty();
                })
                .findFirst();
    }
}
