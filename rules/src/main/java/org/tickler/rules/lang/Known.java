package org.tickler.rules.lang;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.RoleName;

/**
 * The names that rules may use.
 *
 * @param roles held by anybody, firm-wide or on a matter's team
 * @param people ids
 * @param calendars names of court calendars
 * @param templates names of words that rungs may have of their own
 * @param events types of triggers; empty: no list is known, and any is taken
 */
public record Known(
        Set<String> roles, Set<String> people, Set<String> calendars, Set<String> templates, Set<String> events) {
    public Known {
        roles = Set.copyOf(roles);
        people = Set.copyOf(people);
        calendars = Set.copyOf(calendars);
        templates = Set.copyOf(templates);
        events = Set.copyOf(events);
    }

    /** The names of a firm's people, teams and calendars; any event is taken. */
    public static Known of(People people, Collection<Matter> matters, CalendarBook calendars, Set<String> templates) {
        Set<String> roles = new TreeSet<>();
        people.all().forEach(person -> person.roles().forEach(role -> roles.add(role.value())));
        matters.forEach(
                matter -> matter.team().roles().stream().map(RoleName::value).forEach(roles::add));
        Set<String> ids =
                people.all().stream().map(person -> person.id().value()).collect(Collectors.toSet());
        Set<String> courts = calendars.ids().stream().map(CalendarId::value).collect(Collectors.toSet());
        return new Known(roles, ids, courts, templates, Set.of());
    }
}
