package org.tickler.engine.history;

import java.util.Map;
import java.util.stream.Collectors;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;

/** How those who did something are called: people, and what is none, such as a source or the engine itself. */
@FunctionalInterface
public interface Naming {
    /** By their ids, as commands take them. */
    Naming IDS = id -> id;

    /** The name of whoever has that id; the id itself where nobody has. */
    String name(String id);

    /** By name, with the id behind it: {@code Jonah Lin (jlin)}. */
    static Naming of(People people) {
        Map<String, String> names =
                people.all().stream().collect(Collectors.toMap(one -> one.id().value(), Person::name));
        return id -> names.containsKey(id) ? names.get(id) + " (" + id + ")" : id;
    }
}
