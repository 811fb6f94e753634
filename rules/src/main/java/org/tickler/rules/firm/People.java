package org.tickler.rules.firm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * Who holds {@code role} for {@code matter}: the team's first; where the team does not name the role, everyone who
     * holds it firm-wide. Empty where nobody does; ids that are not known are left out.
     */
    public List<Person> inRole(RoleName role, Matter matter) {
        List<PersonId> named = matter.team().get(role);
        if (named != null) {
            List<Person> team = new ArrayList<>();
            named.forEach(id -> find(id).ifPresent(team::add));
            return List.copyOf(team);
        }
        return inRole(role);
    }

    /** Who holds {@code role} firm-wide, in the order given. */
    public List<Person> inRole(RoleName role) {
        return byId.values().stream()
                .filter(person -> person.roles().contains(role))
                .toList();
    }
}
