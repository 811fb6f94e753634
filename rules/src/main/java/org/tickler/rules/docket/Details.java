package org.tickler.rules.docket;

import java.util.Optional;
import org.tickler.calendars.CalendarId;

/**
 * What else is known of an entry.
 *
 * @param court the court it is before; empty: none (a meeting)
 * @param event its type as a trigger, in the packs' words, such as {@code complaint-served}
 * @param service how the paper was served
 * @param owner whose it is: a person's id or a role's name
 * @param mode in person, by video, by telephone
 * @param authority why it is due: a rule's citation, an order, {@code firm}
 * @param effort how much work it takes; empty: what its ladder says, if that says it
 */
public record Details(
        Optional<CalendarId> court,
        Optional<String> event,
        Optional<String> service,
        Optional<String> party,
        Optional<String> owner,
        Optional<String> location,
        Optional<String> mode,
        Optional<String> notes,
        Optional<String> authority,
        Optional<Effort> effort) {
    /** Nothing else is known. */
    public static final Details NONE = new Details(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The same, before {@code other}. */
    public Details before(CalendarId other) {
        return new Details(Optional.of(other), event, service, party, owner, location, mode, notes, authority, effort);
    }

    /** The same, as what rules call {@code event}. */
    public Details as(String event) {
        return new Details(court, Optional.of(event), service, party, owner, location, mode, notes, authority, effort);
    }

    /** The same, due because of {@code cite}. */
    public Details citing(String cite) {
        return new Details(court, event, service, party, owner, location, mode, notes, Optional.of(cite), effort);
    }
}
