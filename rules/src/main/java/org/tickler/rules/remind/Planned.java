package org.tickler.rules.remind;

import java.util.ArrayList;
import java.util.List;

/**
 * What was planned for one entry.
 *
 * @param gaps who should hear and will not, and why, a sentence each
 */
public record Planned(List<PlannedReminder> reminders, List<String> gaps) {
    public Planned {
        reminders = List.copyOf(reminders);
        gaps = List.copyOf(gaps);
    }

    static Planned nothing() {
        return new Planned(List.of(), List.of());
    }

    static Planned gap(String why) {
        return new Planned(List.of(), List.of(why));
    }

    /** Both. */
    Planned and(Planned other) {
        List<PlannedReminder> allReminders = new ArrayList<>(reminders);
        allReminders.addAll(other.reminders);
        List<String> allGaps = new ArrayList<>(gaps);
        allGaps.addAll(other.gaps);
        return new Planned(allReminders, allGaps);
    }
}
