package org.tickler.rules.firm;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.calendars.CalendarId;

/**
 * One court's part of a matter.
 *
 * @param zone the court's zone where it differs from its calendar's
 * @param from first day, inclusive; empty: since the matter was opened
 * @param until last day, inclusive; empty: still running
 */
public record Proceeding(
        CalendarId court,
        Optional<String> number,
        Optional<String> judge,
        Optional<ZoneId> zone,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
    public Proceeding {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException(
                    "a proceeding in " + court + " ends on " + until.get() + ", before it starts on " + from.get());
        }
    }

    /** Whether the proceeding runs on {@code day}. */
    public boolean runsOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
