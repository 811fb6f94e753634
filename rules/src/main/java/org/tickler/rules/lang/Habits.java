package org.tickler.rules.lang;

import java.util.stream.Stream;
import org.tickler.rules.check.Checks;

/**
 * What the house does beside reminding of single entries, as its rule files state it, in the order of the files.
 *
 * @param checks which entries two people must look at, and what makes one done
 */
public record Habits(Checks checks) {
    /** None at all. */
    public static final Habits NONE = new Habits(Checks.NONE);

    /** Each of them in a form that can be compared: two that are alike do the same. */
    Stream<String> canonical() {
        return checks.all().stream().map(Canonical::of);
    }
}
