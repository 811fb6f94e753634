package org.tickler.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.plan.Schedule.Gap;
import org.tickler.rules.plan.ScheduleDiff.Added;
import org.tickler.rules.plan.ScheduleDiff.Moved;
import org.tickler.rules.plan.ScheduleDiff.Withdrawn;

/**
 * What reconciling would do, applied to nothing.
 *
 * @param entries those that would be new or different
 * @param stays entries that would stand as they are and still remind
 * @param hold why what would leave soon would wait for a release; empty where it would not
 */
public record Forecast(
        List<EntryShift> entries, List<Entry> stays, Reminders reminders, List<Gap> gaps, Optional<String> hold) {
    public Forecast {
        entries = List.copyOf(entries);
        stays = List.copyOf(stays);
        gaps = List.copyOf(gaps);
    }

    /** What of it is about these matters; of what is moved and withdrawn all, since only its number is said. */
    public Forecast of(Set<MatterId> matters) {
        return new Forecast(
                entries.stream()
                        .filter(shift -> matters.contains(shift.after().matter()))
                        .toList(),
                stays.stream().filter(entry -> matters.contains(entry.matter())).toList(),
                new Reminders(
                        reminders.added().stream()
                                .filter(added ->
                                        matters.contains(added.planned().matter()))
                                .toList(),
                        reminders.moved(),
                        reminders.withdrawn()),
                gaps,
                hold);
    }

    /**
     * An entry that would be new ({@code before} empty) or different.
     *
     * @param why what a closure of its court has to do with it; empty: nothing
     */
    public record EntryShift(Optional<Entry> before, Entry after, Optional<String> why) {}

    /** What would happen to reminders. */
    public record Reminders(List<Added> added, List<Moved> moved, List<Withdrawn> withdrawn) {
        public Reminders {
            added = List.copyOf(added);
            moved = List.copyOf(moved);
            withdrawn = List.copyOf(withdrawn);
        }
    }

    static Forecast of(List<MatterPlan> plans, Optional<String> hold) {
        List<EntryShift> entries = new ArrayList<>();
        List<Entry> stays = new ArrayList<>();
        List<Added> added = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        List<Withdrawn> withdrawn = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (MatterPlan plan : plans) {
            for (Entry after : plan.schedule().entries()) {
                Optional<Entry> before = Optional.ofNullable(plan.stored().get(after.id()));
                if (before.filter(after::equals).isEmpty()) {
                    entries.add(new EntryShift(before, after, plan.why(after)));
                } else if (after.status().reminds()) {
                    stays.add(after);
                }
            }
            added.addAll(plan.diff().add());
            moved.addAll(plan.moved());
            withdrawn.addAll(plan.diff().withdraw());
            gaps.addAll(plan.schedule().gaps());
        }
        return new Forecast(entries, stays, new Reminders(added, moved, withdrawn), gaps, hold);
    }
}
