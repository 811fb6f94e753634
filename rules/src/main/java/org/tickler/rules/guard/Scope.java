package org.tickler.rules.guard;

import java.util.Set;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;

/** Which matters a guard is for: every set that is not empty must hold the matter's value. */
public record Scope(Set<String> practices, Set<String> phases, Set<String> sides, Set<MatterId> matters) {
    /** All of them. */
    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of(), Set.of());

    public Scope {
        practices = Set.copyOf(practices);
        phases = Set.copyOf(phases);
        sides = Set.copyOf(sides);
        matters = Set.copyOf(matters);
    }

    /** Whether {@code matter} is meant. */
    public boolean covers(Matter matter) {
        return (practices.isEmpty()
                        || matter.practice().filter(practices::contains).isPresent())
                && (phases.isEmpty() || matter.phase().filter(phases::contains).isPresent())
                && (sides.isEmpty() || matter.side().filter(sides::contains).isPresent())
                && (matters.isEmpty() || matters.contains(matter.id()));
    }
}
