package org.tickler.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Span;

/**
 * One calendar file, read and found free of errors by itself.
 *
 * @param at where the calendar is named
 * @param definition empty for a file that amends a calendar which another file defines
 * @param singleDays the days given one by one, with their places
 */
record CalendarFile(CalendarId id, Span at, Optional<Definition> definition, Layer layer, List<SingleDay> singleDays) {

    CalendarFile {
        singleDays = List.copyOf(singleDays);
    }

    /**
     * What only a file that defines a calendar says.
     *
     * @param over the calendar below
     * @param state the calendar whose holidays count as those of the state
     */
    record Definition(
            CalendarHeading heading, Optional<Named> over, Optional<Named> state, Optional<Coverage> coverage) {}

    /** Another calendar, and where it is named. */
    record Named(CalendarId id, Span at) {}

    record SingleDay(LocalDate date, Span at) {}
}
