package org.tickler.calendars;

import java.util.List;
import java.util.Optional;

/**
 * What one file adds to a calendar and takes from it. The holidays of the state come first, then days are opened, then
 * closed.
 *
 * @param state the calendar whose holidays count as those of the state
 * @param opens closures in form, of which only the days count: what lower layers close on them is undone
 */
record Layer(Optional<CourtCalendar> state, List<DatedClosure> opens, List<DatedClosure> closures) {

    Layer {
        opens = List.copyOf(opens);
        closures = List.copyOf(closures);
    }

    /** The same over the holidays of a state. */
    Layer in(CourtCalendar itsState) {
        return new Layer(Optional.of(itsState), opens, closures);
    }
}
