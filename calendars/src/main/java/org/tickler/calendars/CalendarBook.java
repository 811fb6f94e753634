package org.tickler.calendars;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Maker maker;
    private final Map<CalendarId, Optional<CourtCalendar>> made;
    private final List<EmergencyClosure> emergencies;
    private final Map<Set<EmergencyClosure>, CalendarBook> without = new HashMap<>();

    /** Puts calendars together. Never asked by two threads at once, nor for other names than those of its book. */
    interface Maker {
        Optional<CourtCalendar> make(CalendarId id);

        /** One for the same calendars without these closures, to be asked beside this one. */
        Maker without(Collection<EmergencyClosure> closures);
    }

    /** @param emergencies in order */
    CalendarBook(SortedSet<CalendarId> ids, Maker maker, List<EmergencyClosure> emergencies) {
        this(Collections.unmodifiableSortedSet(new TreeSet<>(ids)), maker, new HashMap<>(), emergencies);
    }

    private CalendarBook(
            SortedSet<CalendarId> ids,
            Maker maker,
            Map<CalendarId, Optional<CourtCalendar>> made,
            List<EmergencyClosure> emergencies) {
        this.ids = ids;
        this.maker = maker;
        this.made = made;
        this.emergencies = List.copyOf(emergencies);
    }

    public Optional<CourtCalendar> find(CalendarId id) {
        if (!ids.contains(id)) {
            return Optional.empty();
        }
        synchronized (made) {
            return made.computeIfAbsent(id, maker::make);
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

    /** The single days that files which amend a calendar close, by day. */
    public List<EmergencyClosure> emergencies() {
        return emergencies;
    }

    /**
     * The same calendars without some of the {@link #emergencies()}; itself without none of them. Made once for the same
     * closures.
     */
    public CalendarBook without(Set<EmergencyClosure> closures) {
        Set<EmergencyClosure> gone = new HashSet<>(closures);
        gone.retainAll(emergencies);
        if (gone.isEmpty()) {
            return this;
        }
        synchronized (without) {
            return without.computeIfAbsent(Set.copyOf(gone), this::lesser);
        }
    }

    private CalendarBook lesser(Set<EmergencyClosure> gone) {
        Maker other = maker.without(gone);
        Maker untouched = new Maker() {
            @Override
            public Optional<CourtCalendar> make(CalendarId id) {
                Optional<CourtCalendar> whole = CalendarBook.this.find(id);
                boolean closed = whole.stream()
                        .anyMatch(calendar -> gone.stream().anyMatch(one -> calendar.dependsOn(one.calendar())));
                return closed ? other.make(id) : whole;
            }

            @Override
            public Maker without(Collection<EmergencyClosure> closures) {
                return other.without(closures);
            }
        };
        return new CalendarBook(
                ids,
                untouched,
                new HashMap<>(),
                emergencies.stream().filter(one -> !gone.contains(one)).toList());
    }

    /**
     * These calendars, active from {@code at} on: a closure of a calendar, day and kind that {@code former} had stays known since
     * then, also under another name; the others are known since {@code at}.
     */
    public CalendarBook since(Instant at, Optional<CalendarBook> former) {
        List<EmergencyClosure> before = former.map(CalendarBook::emergencies).orElse(List.of());
        return known(closure -> before.stream()
                .filter(closure::isAs)
                .map(EmergencyClosure::knownAt)
                .findFirst()
                .orElse(at));
    }

    /** Since when each of the {@link #emergencies()} is known, by {@code closure:}, place and kind; to be kept with the book. */
    public Map<String, Instant> knownSince() {
        Map<String, Instant> known = new LinkedHashMap<>();
        emergencies.forEach(closure -> known.put(key(closure), closure.knownAt()));
        return known;
    }

    /** These calendars as they were activated at {@code at}, with what {@link #knownSince()} said then; the rest since {@code at}. */
    public CalendarBook restored(Instant at, Map<String, Instant> known) {
        return known(closure -> known.getOrDefault(key(closure), at));
    }

    private CalendarBook known(Function<EmergencyClosure, Instant> since) {
        return emergencies.isEmpty()
                ? this
                : new CalendarBook(
                        ids,
                        maker,
                        made,
                        emergencies.stream()
                                .map(closure -> closure.knownSince(since.apply(closure)))
                                .toList());
    }

    private static String key(EmergencyClosure closure) {
        return "closure:" + closure.place() + " " + closure.closure().kind();
    }
}
