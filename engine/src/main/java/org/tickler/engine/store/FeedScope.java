package org.tickler.engine.store;

import java.time.LocalDate;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/**
 * What a feed shows.
 *
 * @param of what {@code name} names
 * @param name a person's id; for a team a practice area, as the matters name it; a matter's id; a court's
 * @param level how much of each entry its words tell
 */
public record FeedScope(Of of, String name, Level level) {
    public FeedScope {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a feed needs the name of its " + of);
        }
    }

    /** Whose, or what's, dates a feed shows. */
    public enum Of {
        PERSON,
        TEAM,
        MATTER,
        COURT
    }

    /** How much the words of a feed tell, for calendar programs copy them to places that the firm does not govern. */
    public enum Level {
        /** Titles, parties, notes of the derivation: all that a message would say. */
        FULL,
        /** The matter's number and the entry's kind; no names, no titles. */
        MATTER_NUMBER,
        /** That there is something. */
        BUSY
    }

    /** Whether the feed could show some entry of the matter; {@link #shows} decides for each. */
    public boolean covers(Matter matter) {
        return switch (of) {
            case PERSON, COURT -> true;
            case TEAM -> matter.practice().equals(Optional.of(name));
            case MATTER -> matter.id().equals(new MatterId(name));
        };
    }

    /** Whether the feed shows an entry of a matter that it covers on {@code day}. */
    public boolean shows(Entry entry, Matter matter, LocalDate day) {
        return switch (of) {
            case PERSON -> entry.concerns(new PersonId(name), matter, day);
            case TEAM, MATTER -> covers(matter);
            case COURT -> entry.courtIn(matter).equals(Optional.of(new CalendarId(name)));
        };
    }
}
