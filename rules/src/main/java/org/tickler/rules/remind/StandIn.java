package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
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

/**
 * Finds who takes over what falls to a person who is away, and who calls one whom no message reaches. The one way in which
 * delegates are looked up.
 */
public final class StandIn {
    /** How long whoever is to call has to say that it is done, where nobody says otherwise. */
    public static final TimeSpan TIME_TO_CALL = new TimeSpan(4, Unit.BUSINESS_HOURS);

    private final Matter matter;
    private final People people;
    private final Function<Person, Instant> moment;
    private final Set<PersonId> seen = new HashSet<>();

    private StandIn(Matter matter, People people, Function<Person, Instant> moment) {
        this.matter = matter;
        this.people = people;
        this.moment = moment;
    }

    /**
     * The first along the delegates of {@code away} who is not away himself, may see the matter and can be reached, each
     * judged on the day that {@code moment} gives for him. A person's delegate for this matter, and that one's delegates,
     * come before the usual one; nobody is looked at twice, so that circles end. Empty where nobody is found.
     */
    public static Optional<Person> of(Person away, Matter matter, People people, Function<Person, Instant> moment) {
        StandIn search = new StandIn(matter, people, moment);
        search.seen.add(away.id());
        return search.after(away);
    }

    /**
     * Who calls {@code unreachable}: the first docket clerk who is not away, may see the matter and can be reached, else the
     * last resort, who may be away; each judged at {@code at}. Empty where that one is behind a wall or unreachable too.
     */
    public static Optional<Person> caller(
            Person unreachable, Matter matter, People people, PersonId lastResort, Instant at) {
        Stream<Person> clerks = people.inRole(RoleName.DOCKET_CLERK, matter, clerk -> clerk.dayAt(at)).stream()
                .filter(clerk -> !clerk.awayOn(clerk.dayAt(at)));
        return Stream.concat(clerks, people.find(lastResort).stream())
                .filter(person -> !person.id().equals(unreachable.id()))
                .filter(person -> Sight.sees(person, matter, person.dayAt(at)).allowed()
                        && !Channels.usable(person, person.dayAt(at)).isEmpty())
                .findFirst();
    }

    private Optional<Person> after(Person away) {
        for (PersonId id : away.delegatesFor(matter.id())) {
            Optional<Person> next = people.find(id);
            if (next.isPresent() && seen.add(id)) {
                Optional<Person> found = next.filter(this::canTakeOver).or(() -> after(next.get()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private boolean canTakeOver(Person candidate) {
        return obstacle(candidate, matter, candidate.dayAt(moment.apply(candidate)))
                .isEmpty();
    }

    /** Why {@code candidate} cannot take anything of {@code matter} over on {@code day}; empty: can. */
    static Optional<String> obstacle(Person candidate, Matter matter, LocalDate day) {
        if (Sight.sees(candidate, matter, day) instanceof Sight.Refused refused) {
            return Optional.of(refused.why());
        }
        if (candidate.awayOn(day)) {
            return Optional.of(candidate.id() + " is away on " + day);
        }
        return Channels.usable(candidate, day).isEmpty()
                ? Optional.of(Channels.unreachable(candidate, day))
                : Optional.empty();
    }
}
