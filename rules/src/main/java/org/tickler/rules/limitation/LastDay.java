package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A last day to sue.
 *
 * @param confirmed whether the court's calendar vouches for it; else it is the unrolled day, moved back to a weekday
 * @param steps how it was counted, a sentence each
 * @param asks what people must look at before another date can stand, a clause; empty: nothing
 */
public record LastDay(LocalDate day, boolean confirmed, List<String> steps, Optional<String> asks) {
    public LastDay {
        steps = List.copyOf(steps);
    }

    /** One about which nothing is asked. */
    LastDay(LocalDate day, boolean confirmed, List<String> steps) {
        this(day, confirmed, steps, Optional.empty());
    }
}
