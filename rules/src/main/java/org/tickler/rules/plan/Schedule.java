package org.tickler.rules.plan;

import java.util.List;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.remind.PlannedReminder;

/**
 * What follows from the facts of one matter.
 *
 * @param derived the deadlines that rules derive, with their revisions; derived ones that are stored and no longer follow
 *     appear here as superseded
 * @param reminders every reminder that is or was called for, also those whose time is past
 * @param gaps what calls for a reminder and finds none: an entry that no ladder names, a role that nobody holds
 */
public record Schedule(List<Entry> derived, List<PlannedReminder> reminders, List<Gap> gaps) {
    public Schedule {
        derived = List.copyOf(derived);
        reminders = List.copyOf(reminders);
        gaps = List.copyOf(gaps);
    }

    /** Something that should lead to a reminder and does not. */
    public record Gap(EntryId entry, String why) {}
}
