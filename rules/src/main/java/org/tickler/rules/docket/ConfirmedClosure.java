package org.tickler.rules.docket;

import java.time.Instant;
import java.time.LocalDate;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.rules.firm.PersonId;

/** That a second person has confirmed a closure, so that it may make deadlines later. */
public record ConfirmedClosure(CalendarId calendar, LocalDate day, ClosureKind kind, PersonId by, Instant at) {

    /** Whether {@code closure} is meant: of another kind than was confirmed, it has to be confirmed anew. */
    public boolean covers(EmergencyClosure closure) {
        return calendar.equals(closure.calendar())
                && day.equals(closure.day())
                && kind == closure.closure().kind();
    }
}
