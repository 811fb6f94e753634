package org.tickler.calendars;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tickler.calendars.text.Nearest;

/** All calendars of one firm, the shipped ones with the firm's amendments over them. Immutable. */
public final class CalendarBook {

    private final Map<CalendarId, CourtCalendar> calendars;

    CalendarBook(Map<CalendarId, CourtCalendar> calendars) {
        this.calendars = Collections.unmodifiableSortedMap(new TreeMap<>(calendars));
    }

    public Optional<CourtCalendar> find(CalendarId id) {
        return Optional.ofNullable(calendars.get(id));
    }

    /**
     * The calendar of that name.
     *
     * @throws IllegalArgumentException if there is none; the message names it and the nearest
     */
    public CourtCalendar get(CalendarId id) {
        return find(id).orElseThrow(() -> {
            var names = ids().stream().map(CalendarId::value).toList();
            return new IllegalArgumentException(
                    "no calendar is called \"" + id + "\"" + Nearest.hint(id.value(), names));
        });
    }

    /** The names of all calendars, in alphabetical order. */
    public SortedSet<CalendarId> ids() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(calendars.keySet()));
    }
}
