package org.tickler.calendars;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The days that a calendar's data vouches for, both ends included, and when that was last compared with the law. */
public record Coverage(LocalDate from, LocalDate to, LocalDate checked) {

    private static final int MOST_YEARS = 400;

    public Coverage {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("from must not be after to, but was " + from + " and " + to);
        }
        if (ChronoUnit.YEARS.between(from, to) > MOST_YEARS) {
            throw new IllegalArgumentException("at most " + MOST_YEARS + " years, but was " + from + " to " + to);
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** Whether every day of the other is in this one. */
    public boolean contains(Coverage other) {
        return contains(other.from) && contains(other.to);
    }

    /** The days as a sentence says them: {@code 1971-01-01 to 2036-12-31}. */
    String days() {
        return from + " to " + to;
    }

    /** The days that both vouch for, checked when the one that was checked earlier was; empty if there are none. */
    public Optional<Coverage> common(Coverage other) {
        LocalDate first = from.isAfter(other.from) ? from : other.from;
        LocalDate last = to.isBefore(other.to) ? to : other.to;
        LocalDate earlier = checked.isBefore(other.checked) ? checked : other.checked;
        return first.isAfter(last) ? Optional.empty() : Optional.of(new Coverage(first, last, earlier));
    }
}
