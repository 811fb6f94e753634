package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.util.List;

/**
 * A last day to sue.
 *
 * @param confirmed whether the court's calendar vouches for it; else it is the unrolled day, moved back to a weekday
 * @param steps how it was counted, a sentence each
 */
public record LastDay(LocalDate day, boolean confirmed, List<String> steps) {
    public LastDay {
        steps = List.copyOf(steps);
    }
}
