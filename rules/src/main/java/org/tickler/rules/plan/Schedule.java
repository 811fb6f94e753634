package org.tickler.rules.plan;

import java.util.List;
import java.util.Optional;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.remind.PlannedReminder;

/**
 * What follows from the facts of one matter.
 *
 * @param entries all of the matter's entries as they stand after derivation: those entered, then {@code derived}
 * @param derived the deadlines that rules derive, with their revisions; derived ones that are stored and no longer follow
 *     appear here as superseded
 * @param reminders every reminder that is or was called for, also those whose time is past; by due instant, then id
 * @param gaps what calls for a reminder and finds none: an entry that no ladder names, a role that nobody holds
 * @param closures what emergency closures of courts hold back and take off
 * @param stayed entries that arrived on a matter whose standing suspends them
 */
public record Schedule(
        List<Entry> entries,
        List<Entry> derived,
        List<PlannedReminder> reminders,
        List<Gap> gaps,
        Closures closures,
        List<Arrivals.Stayed> stayed) {
    public Schedule {
        entries = List.copyOf(entries);
        derived = List.copyOf(derived);
        reminders = List.copyOf(reminders);
        gaps = List.copyOf(gaps);
        stayed = List.copyOf(stayed);
    }

    /** The entry as it stands after derivation. */
    public Optional<Entry> find(EntryId id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Something that should lead to a reminder and does not. */
    public record Gap(EntryId entry, String why) {}
}
