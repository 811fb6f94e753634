package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;

/**
 * Whom a rule's word means for one entry.
 *
 * @param people all who are meant, in the order in which the team or the firm names them; may be empty
 * @param gap why nobody is meant, present exactly where {@code people} is empty
 */
public record Recipients(List<Person> people, Optional<String> gap) {
    public Recipients {
        people = List.copyOf(people);
    }

    /**
     * The people whom {@code addressee} means for {@code entry}.
     *
     * @param moment when each would be told: who holds a role then is meant
     * @param asked whose delegate is meant by {@code delegate}; empty where nobody was asked before, and then nobody is
     */
    public static Recipients of(
            Addressee addressee,
            Entry entry,
            Matter matter,
            People people,
            Optional<Person> asked,
            Function<Person, Instant> moment) {
        Function<Person, LocalDate> day = person -> person.dayAt(moment.apply(person));
        return switch (addressee) {
            case Addressee.Role role -> ofRole(role.name(), matter, people, day);
            case Addressee.Named named ->
                people.find(named.id())
                        .map(Recipients::one)
                        .orElseGet(
                                () -> nobody("nobody has the id " + named.id() + "; add the person or name another"));
            case Addressee.DelegateOfAsked delegate -> ofDelegate(asked, matter, people, moment);
            case Addressee.Owner owner -> ofOwner(entry, matter, people, day);
        };
    }

    private static Recipients ofRole(RoleName role, Matter matter, People people, Function<Person, LocalDate> day) {
        List<Person> found = people.inRole(role, matter, day);
        return found.isEmpty()
                ? nobody("nobody is " + role + ", neither on the team of " + matter.id() + " nor in the firm")
                : new Recipients(found, Optional.empty());
    }

    private static Recipients ofDelegate(
            Optional<Person> asked, Matter matter, People people, Function<Person, Instant> moment) {
        if (asked.isEmpty()) {
            return nobody("nobody was asked whose delegate could be told");
        }
        return StandIn.of(asked.get(), matter, people, moment)
                .map(Recipients::one)
                .orElseGet(() -> nobody(obstacles(asked.get(), matter, people, moment)));
    }

    private static String obstacles(Person asked, Matter matter, People people, Function<Person, Instant> moment) {
        String all = asked.delegatesFor(matter.id()).stream()
                .flatMap(id -> people.find(id).stream())
                .flatMap(other -> StandIn.obstacle(other, matter, other.dayAt(moment.apply(other))).stream())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? asked.id() + " has no delegate" : all;
    }

    /** An entry that nobody owns is its matter's lead's: what is nobody's is told to nobody. */
    private static Recipients ofOwner(Entry entry, Matter matter, People people, Function<Person, LocalDate> day) {
        Optional<String> owner = entry.details().owner();
        if (owner.isEmpty()) {
            List<Person> leads = people.inRole(RoleName.LEAD_ATTORNEY, matter, day);
            return leads.isEmpty()
                    ? nobody("entry " + entry.id() + " has no owner, and " + matter.id() + " no "
                            + RoleName.LEAD_ATTORNEY)
                    : new Recipients(leads, Optional.empty());
        }
        return people.find(new PersonId(owner.get()))
                .map(Recipients::one)
                .orElseGet(() -> ofRole(new RoleName(owner.get()), matter, people, day));
    }

    private static Recipients one(Person person) {
        return new Recipients(List.of(person), Optional.empty());
    }

    private static Recipients nobody(String why) {
        return new Recipients(List.of(), Optional.of(why));
    }
}
