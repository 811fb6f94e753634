package org.tickler.rules.checkup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.rules.pack.Pack;

/**
 * A row among those of its matter, with what it names.
 *
 * @param court its own, else the only one of its matter, else the one that was given
 */
record MatterRow(SheetRow row, Optional<CourtCalendar> court, List<Reference> names) {
    MatterRow {
        names = List.copyOf(names);
    }

    /**
     * A rule or an event of a pack that a row names.
     *
     * @param sure whether the words are the same, and the pack is one of the matter's
     */
    record Reference(Pack pack, String name, boolean rule, boolean sure) {
        /** {@code us-frcp/answer}. */
        String id() {
            return pack.id() + "/" + name;
        }
    }

    Optional<Reference> named(Pack pack, String name) {
        return names.stream()
                .filter(reference -> reference.pack().id().equals(pack.id())
                        && reference.name().equals(name))
                .findFirst();
    }

    Stream<Reference> rules() {
        return names.stream().filter(Reference::rule);
    }

    /** Whether it says that something happened, rather than what is to be done. */
    boolean isEvent() {
        return names.stream().anyMatch(reference -> !reference.rule());
    }

    /** Whose days count for what follows from it under {@code pack}. */
    CalendarId courtUnder(Pack pack) {
        return court.map(CourtCalendar::id).orElse(pack.courts());
    }

    /** Whether it has a date and stands, so that something can be counted from it or held against it. */
    boolean isDated() {
        return row.stands() && row.date().isPresent();
    }
}
