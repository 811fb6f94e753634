package org.tickler.calendars;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.tickler.calendars.text.Nearest;

/**
 * All calendars of one firm, the shipped ones with the firm's amendments over them. Immutable to its users, of whom many
 * may ask at once; a calendar is put together when first asked for.
 */
public final class CalendarBook {

    private final SortedSet<CalendarId> ids;
    private final Function<CalendarId, Optional<CourtCalendar>> maker;
    private final Map<CalendarId, Optional<CourtCalendar>> made = new HashMap<>();

    /** @param maker never asked by two threads at once, nor for other names than those */
    CalendarBook(SortedSet<CalendarId> ids, Function<CalendarId, Optional<CourtCalendar>> maker) {
        this.ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        this.maker = maker;
    }

    public Optional<CourtCalendar> find(CalendarId id) {
        if (!ids.contains(id)) {
            return Optional.empty();
        }
        synchronized (made) {
            return made.computeIfAbsent(id, maker);
        }
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
        return ids;
    }
}
