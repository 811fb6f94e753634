package org.tickler.rules.count;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Days of the year that a period does not count, both ends included; {@code to} may lie in the next year.
 *
 * @param name as people know it, such as {@code seasonal recess}
 */
public record Recess(String name, MonthDay from, MonthDay to) {
    boolean contains(LocalDate day) {
        MonthDay there = MonthDay.from(day);
        return from.isAfter(to)
                ? !there.isBefore(from) || !there.isAfter(to)
                : !there.isBefore(from) && !there.isAfter(to);
    }
}
