package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.util.List;

/**
 * A file-stamped pleading, as its receipt has it.
 *
 * @param stamped the day of the stamp, in the court's zone
 * @param number the case's or the filing's
 * @param defendants as it names them
 */
public record Pleading(LocalDate stamped, String number, List<String> defendants) {
    public Pleading {
        defendants = List.copyOf(defendants);
        if (number.isBlank()) {
            throw new IllegalArgumentException("a file-stamped pleading has a number, but had none");
        }
    }
}
