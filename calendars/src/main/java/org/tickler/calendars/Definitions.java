package org.tickler.calendars;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that define calendars, by the names of these: shipped ones unread until somebody wants them. */
final class Definitions {

    private final Map<String, CalendarFile> own = new LinkedHashMap<>();
    private final Map<String, ShippedFile> shipped = new LinkedHashMap<>();

    Definitions(Collection<ShippedFile> shipped) {
        shipped.forEach(file -> this.shipped.putIfAbsent(file.calendar(), file));
    }

    /** Takes a definition in, or says which one had the name before. */
    Optional<CalendarFile> add(CalendarFile file) {
        Optional<CalendarFile> first = find(file.id().value());
        if (first.isEmpty()) {
            own.put(file.id().value(), file);
        }
        return first;
    }

    boolean has(String name) {
        return own.containsKey(name) || shipped.containsKey(name);
    }

    Optional<CalendarFile> find(String name) {
        return Optional.ofNullable(own.get(name))
                .or(() -> Optional.ofNullable(shipped.get(name)).map(ShippedFile::read));
    }

    /** Those that may have faults: all but the shipped ones. */
    List<CalendarFile> own() {
        return new ArrayList<>(own.values());
    }

    Set<String> shippedNames() {
        return shipped.keySet();
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(shipped.keySet());
        names.addAll(own.keySet());
        return names;
    }
}
