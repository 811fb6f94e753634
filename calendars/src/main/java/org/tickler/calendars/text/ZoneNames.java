package org.tickler.calendars.text;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The time zones that files may name: those of tzdb that stand for a place, and UTC. */
public final class ZoneNames {

    private static final List<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(ZoneNames::isPlace)
            .sorted(Comparator.naturalOrder())
            .toList();

    private ZoneNames() {}

    /**
     * The zone of a name such as {@code America/New_York}. Empty for offsets and abbreviations ({@code EST}, {@code
     * GMT+2}), which do not follow clock changes.
     */
    public static Optional<ZoneId> find(String name) {
        return NAMES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }

    /** What somebody who wrote {@code name} probably meant; also finds a city given without its continent. */
    public static Optional<String> nearest(String name) {
        String city = name.substring(name.lastIndexOf('/') + 1).replace(' ', '_');
        Optional<String> sameCity = NAMES.stream()
                .filter(zone -> zone.regionMatches(true, zone.lastIndexOf('/') + 1, city, 0, city.length())
                        && zone.length() == zone.lastIndexOf('/') + 1 + city.length())
                .findFirst();
        return sameCity.or(() -> Nearest.to(name.replace(' ', '_'), NAMES));
    }

    private static boolean isPlace(String name) {
        return name.equals("UTC") || (name.contains("/") && !name.startsWith("Etc/") && !name.startsWith("SystemV/"));
    }
}
