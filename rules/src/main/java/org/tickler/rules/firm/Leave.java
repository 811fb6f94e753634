package org.tickler.rules.firm;

import java.time.LocalDate;

/** Days on which a person is away, {@code from} and {@code to} both included, in that person's zone. */
public record Leave(LocalDate from, LocalDate to) {
    public Leave {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("leave ends on " + to + ", before it starts on " + from);
        }
    }

    /** Whether the person is away on {@code day}. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
