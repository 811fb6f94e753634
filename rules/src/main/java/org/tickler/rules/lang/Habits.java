package org.tickler.rules.lang;

import java.util.List;
import java.util.stream.Stream;
import org.tickler.rules.drill.Drill;
import org.tickler.rules.guard.Guard;

/**
 * What the house does beside reminding of single entries, as its rule files state it, in the order of the files.
 *
 * @param watches what it looks for that may be missing
 * @param drills when it climbs a ladder for practice
 */
public record Habits(List<Guard> watches, List<Drill> drills) {
    /** None at all. */
    public static final Habits NONE = new Habits(List.of(), List.of());

    public Habits {
        watches = List.copyOf(watches);
        drills = List.copyOf(drills);
    }

    /** Each of them in a form that can be compared: two that are alike do the same. */
    Stream<String> canonical() {
        return Stream.concat(
                watches.stream().map(Canonical::of), drills.stream().map(Canonical::of));
    }
}
