package org.tickler.rules.firm;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The people a firm knows, by id. */
public final class People {
    private final Map<PersonId, Person> byId = new LinkedHashMap<>();

    /** Throws IllegalArgumentException where two have the same id. */
    public People(Collection<Person> people) {
        for (Person person : people) {
            if (byId.putIfAbsent(person.id(), person) != null) {
                throw new IllegalArgumentException("two people have the id " + person.id());
            }
        }
    }

    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** In the order given. */
    public List<Person> all() {
        return List.copyOf(byId.values());
    }

    /**
     * Who holds {@code role} for {@code matter} on {@code day}: the team's first; where the team names nobody for that day,
     * everyone who holds it firm-wide. Empty where nobody does; ids that are not known are left out.
     */
    public List<Person> inRole(RoleName role, Matter matter, LocalDate day) {
        return inRole(role, matter, person -> day);
    }

    /** The same, each judged on the day that {@code day} gives for that person. */
    public List<Person> inRole(RoleName role, Matter matter, Function<Person, LocalDate> day) {
        List<Team.Member> named = matter.team().of(role);
        List<Person> team = named.stream()
                .flatMap(member -> find(member.who()).filter(person -> member.holdsOn(day.apply(person))).stream())
                .distinct()
                .toList();
        boolean unknown = named.stream().anyMatch(member -> find(member.who()).isEmpty());
        return team.isEmpty() && !unknown ? inRole(role) : team;
    }

    /** Who holds {@code role} firm-wide, in the order given. */
    public List<Person> inRole(RoleName role) {
        return byId.values().stream()
                .filter(person -> person.roles().contains(role))
                .toList();
    }
}
