package org.tickler.rules.remind;

import java.util.Set;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;

/**
 * Which entries a ladder is for: every set that is not empty must hold the entry's value.
 *
 * @param practices of the matter
 * @param phases of the matter
 */
public record Match(
        Set<EntryKind> kinds,
        Set<String> events,
        Set<CalendarId> courts,
        Set<String> practices,
        Set<String> phases,
        Set<MatterId> matters) {
    public Match {
        kinds = Set.copyOf(kinds);
        events = Set.copyOf(events);
        courts = Set.copyOf(courts);
        practices = Set.copyOf(practices);
        phases = Set.copyOf(phases);
        matters = Set.copyOf(matters);
    }

    /** Whether {@code entry} of {@code matter} is meant. */
    public boolean covers(Entry entry, Matter matter) {
        return covers(matter)
                && (kinds.isEmpty() || kinds.contains(entry.kind()))
                && (events.isEmpty()
                        || entry.details().event().filter(events::contains).isPresent())
                && (courts.isEmpty()
                        || entry.details().court().filter(courts::contains).isPresent());
    }

    /** Whether entries of {@code matter} can be meant at all. */
    public boolean covers(Matter matter) {
        return (practices.isEmpty()
                        || matter.practice().filter(practices::contains).isPresent())
                && (phases.isEmpty() || matter.phase().filter(phases::contains).isPresent())
                && (matters.isEmpty() || matters.contains(matter.id()));
    }

    /**
     * How specific: a matter outweighs an event, an event a court, then phase, practice, and kind. Of two that cover an
     * entry the greater one is used; equal ones are a tie, which {@code check} refuses.
     */
    public int weight() {
        return (matters.isEmpty() ? 0 : 32)
                + (events.isEmpty() ? 0 : 16)
                + (courts.isEmpty() ? 0 : 8)
                + (phases.isEmpty() ? 0 : 4)
                + (practices.isEmpty() ? 0 : 2)
                + (kinds.isEmpty() ? 0 : 1);
    }
}
