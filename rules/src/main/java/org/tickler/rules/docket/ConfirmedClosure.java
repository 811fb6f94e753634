package org.tickler.rules.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.rules.firm.PersonId;

/** That a second person has confirmed a closure, so that it may make deadlines later. */
public record ConfirmedClosure(
        CalendarId calendar, LocalDate day, String name, ClosureKind kind, PersonId by, Instant at) {

    /** {@code closure}, confirmed. */
    public static ConfirmedClosure of(EmergencyClosure closure, PersonId by, Instant at) {
        return new ConfirmedClosure(
                closure.calendar(),
                closure.day(),
                closure.closure().name(),
                closure.closure().kind(),
                by,
                at);
    }

    /** The closures of {@code calendars} that none of these covers, by day. */
    public static List<EmergencyClosure> unconfirmed(CalendarBook calendars, Collection<ConfirmedClosure> confirmed) {
        return calendars.emergencies().stream()
                .filter(closure -> confirmed.stream().noneMatch(one -> one.covers(closure)))
                .toList();
    }

    /** Whether {@code closure} is meant: of another name or kind than was confirmed, it has to be confirmed anew. */
    public boolean covers(EmergencyClosure closure) {
        return calendar.equals(closure.calendar())
                && day.equals(closure.day())
                && name.equals(closure.closure().name())
                && kind == closure.closure().kind();
    }
}
