package org.tickler.calendars;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A single day on which a file that amends a calendar closes it: a snow storm, a holiday declared for once. What a
 * calendar's own definition closes is never one.
 *
 * @param calendar the one that the file amends; those over it are closed too
 * @param knownAt since when the firm's active calendars have one of this kind there; {@link Instant#EPOCH} where they never had
 */
public record EmergencyClosure(CalendarId calendar, LocalDate day, Closure closure, Instant knownAt)
        implements Comparable<EmergencyClosure> {
    private static final Comparator<EmergencyClosure> BY_DAY = Comparator.comparing(EmergencyClosure::day)
            .thenComparing(one -> one.calendar().value())
            .thenComparing(one -> one.closure().name());

    /** The calendar and the day, as commands take them: {@code us-nysd=2027-01-28}. */
    public String place() {
        return calendar + "=" + day;
    }

    /** By day, then calendar, then name. */
    @Override
    public int compareTo(EmergencyClosure other) {
        return BY_DAY.compare(this, other);
    }

    /** A later file's closure of the same name and day takes the place of an earlier one's. */
    boolean isReplacedBy(EmergencyClosure later) {
        return compareTo(later) == 0;
    }

    /** Whether {@code other} closes the same calendar on the same day in the same way, whatever it is called. */
    boolean isAs(EmergencyClosure other) {
        return place().equals(other.place()) && closure.kind() == other.closure.kind();
    }

    EmergencyClosure knownSince(Instant since) {
        return new EmergencyClosure(calendar, day, closure, since);
    }
}
