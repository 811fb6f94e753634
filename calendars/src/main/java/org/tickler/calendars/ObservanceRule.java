package org.tickler.calendars;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.tickler.calendars.holiday.Observance;
import org.tickler.calendars.holiday.Validity;

/**
 * An observance with the authority for it.
 *
 * @param validity of the days on which a holiday falls, not of those on which it is kept
 */
record ObservanceRule(Observance when, String authority, Validity validity) {

    /** As {@link Observance#of}; empty also where this was not law on {@code date}. */
    Optional<LocalDate> of(LocalDate date, Predicate<LocalDate> taken) {
        return validity.contains(date) ? when.of(date, taken) : Optional.empty();
    }
}
