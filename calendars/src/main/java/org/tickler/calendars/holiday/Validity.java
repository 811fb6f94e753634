package org.tickler.calendars.holiday;

import java.time.LocalDate;
import java.util.Optional;

/** The days on which a rule is law, both ends included; an end that is empty is open. */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {

    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    public Validity {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new IllegalArgumentException("from must not be after to, but was " + from.get() + " and " + to.get());
        }
    }

    public boolean contains(LocalDate date) {
        return from.filter(date::isBefore).isEmpty() && to.filter(date::isAfter).isEmpty();
    }
}
