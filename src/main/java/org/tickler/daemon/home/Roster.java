package org.tickler.daemon.home;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickler.calendars.text.Span;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;

/**
 * The people and matters of a home, as far as they could be read.
 *
 * @param named every id and role that the files name, those of people and matters with faults included
 * @param places where each matter stands
 * @param whole whether both files could be read to their ends, so that a name that is missing is really missing
 */
record Roster(List<Person> people, List<Matter> matters, Named named, Map<MatterId, Span> places, boolean whole) {
    Roster {
        people = List.copyOf(people);
        matters = List.copyOf(matters);
        places = Map.copyOf(places);
    }

    /** Ids of people, and roles held firm-wide or on a team. */
    record Named(Set<String> people, Set<String> roles) {
        Named {
            people = Set.copyOf(people);
            roles = Set.copyOf(roles);
        }
    }

    Span place(MatterId matter) {
        return places.getOrDefault(matter, Span.startOf("matters.yaml"));
    }
}
