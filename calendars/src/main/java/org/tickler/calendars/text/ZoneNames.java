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

    private static final List<String> SUGGESTED = NAMES.stream()
            .filter(name ->
                    name.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
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
        String typed = name.replace(' ', '_');
        String city = typed.substring(typed.lastIndexOf('/') + 1);
        return SUGGESTED.stream()
                .filter(zone -> zone.substring(zone.lastIndexOf('/') + 1).equalsIgnoreCase(city))
                .findFirst()
                .or(() -> Nearest.to(typed, SUGGESTED));
    }

    private static boolean isPlace(String name) {
        return name.equals("UTC") || (name.contains("/") && !name.startsWith("Etc/") && !name.startsWith("SystemV/"));
    }
}
