package org.tickler.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.plan.Arrivals;
import org.tickler.rules.plan.Schedule.Gap;

/**
 * What reconciling did.
 *
 * @param changed how many matters it changed
 * @param hold the hold under which what would leave soon waits; empty where there is none
 * @param stayed what arrived on a matter that is settled, stayed or closed, and so is stayed, too; each until it is stored
 * @param gaps what calls for a reminder and finds none, changed or not
 */
public record Outcome(int changed, Counts counts, Optional<Long> hold, List<Arrivals.Stayed> stayed, List<Gap> gaps) {
    /** Nothing was done. */
    public static final Outcome NOTHING = new Outcome(0, Counts.NONE, Optional.empty(), List.of(), List.of());

    public Outcome {
        stayed = List.copyOf(stayed);
        gaps = List.copyOf(gaps);
    }

    /** How many rows of which sort. */
    public record Counts(int entriesAdded, int entriesChanged, int added, int moved, int withdrawn, int kept) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        static Counts of(MatterPlan plan) {
            return new Counts(
                    plan.newEntries().size(),
                    plan.changedEntries().size()
                            + plan.schedule().closures().off().size()
                            + plan.schedule().closures().back().size(),
                    plan.diff().add().size(),
                    plan.moved().size(),
                    plan.diff().withdraw().size(),
                    plan.diff().keep().size());
        }

        Counts and(Counts other) {
            return new Counts(
                    entriesAdded + other.entriesAdded,
                    entriesChanged + other.entriesChanged,
                    added + other.added,
                    moved + other.moved,
                    withdrawn + other.withdrawn,
                    kept + other.kept);
        }
    }

    static Outcome of(List<MatterPlan> plans, Optional<Long> hold) {
        Counts counts = Counts.NONE;
        List<Gap> gaps = new ArrayList<>();
        List<Arrivals.Stayed> stayed = new ArrayList<>();
        int changed = 0;
        for (MatterPlan plan : plans) {
            counts = counts.and(Counts.of(plan));
            gaps.addAll(plan.schedule().gaps());
            stayed.addAll(plan.schedule().stayed());
            changed += plan.isEmpty() ? 0 : 1;
        }
        return new Outcome(changed, counts, hold, stayed, gaps);
    }

    Outcome and(Outcome other) {
        List<Gap> all = new ArrayList<>(gaps);
        all.addAll(other.gaps);
        List<Arrivals.Stayed> arrived = new ArrayList<>(stayed);
        arrived.addAll(other.stayed);
        return new Outcome(changed + other.changed, counts.and(other.counts), hold.or(other::hold), arrived, all);
    }

    Outcome under(Optional<Long> hold) {
        return new Outcome(changed, counts, hold, stayed, gaps);
    }
}
