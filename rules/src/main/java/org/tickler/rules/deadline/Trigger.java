package org.tickler.rules.deadline;

import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;

/** What sets a deadline going: entries of a kind, of an event, or of both. One of the two is always given. */
public record Trigger(Optional<EntryKind> kind, Optional<String> event) {
    public Trigger {
        if (kind.isEmpty() && event.isEmpty()) {
            throw new IllegalArgumentException("a trigger names a kind, an event, or both");
        }
    }

    /** Whether {@code entry} is meant, whatever its status. */
    public boolean covers(Entry entry) {
        return (kind.isEmpty() || kind.get() == entry.kind())
                && (event.isEmpty() || event.equals(entry.details().event()));
    }

    @Override
    public String toString() {
        return kind.map(Words::of).orElse("") + (kind.isPresent() && event.isPresent() ? " " : "") + event.orElse("");
    }
}
