package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;

/** Finds who takes over what falls to a person who is away. */
public final class StandIn {
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
}
