package org.tickler.calendars.ics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the zone of the tz database that a calendar program means by a TZID, of which each program has its own kind.
 * The definitions that stand in the file are not used: they are often wrong, and the database knows better.
 */
final class ZoneNames {

    private static final int LONGEST = 200;
    private static final String TABLE = "windows-zones.txt";
    /**
     * In the database these have no summer time; who writes them mostly means New York or Denver. So they are
     * unknown.
     */
    private static final Set<String> AMBIGUOUS = Set.of("est", "mst", "hst");

    private static final Pattern OFFSET_BEFORE_NAME = Pattern.compile("^\\((?:UTC|GMT)[^)]*\\)\\s*");
    private static final Pattern FIXED_OFFSET = Pattern.compile("(?:UTC|GMT)[+-]\\d\\d:?\\d\\d");
    private static final Map<String, ZoneId> BY_NAME = load();

    private ZoneNames() {}

    /**
     * The zone, or empty where nobody knows it.
     *
     * @param tzid an id of the tz database in any case, with or without a prefix such as {@code
     *     /mozilla.org/2007_1/}; a Windows name, {@code tzone://Microsoft/Utc}, {@code (UTC-05:00) Eastern Time (US
     *     & Canada)}, {@code UTC-05:00}
     * @param locations the city by TZID, as the file's own zones say
     */
    static Optional<ZoneId> resolve(String tzid, Map<String, String> locations) {
        Optional<ZoneId> named = byName(tzid);
        if (named.isPresent() || !locations.containsKey(tzid)) {
            return named;
        }
        return byName(Objects.requireNonNull(locations.get(tzid)));
    }

    private static Optional<ZoneId> byName(String tzid) {
        if (tzid.length() > LONGEST) {
            return Optional.empty();
        }
        String name = OFFSET_BEFORE_NAME.matcher(tzid.strip()).replaceFirst("");
        Optional<ZoneId> whole = lookUp(name);
        if (whole.isPresent()) {
            return whole;
        }
        if (FIXED_OFFSET.matcher(name).matches()) {
            return fixedOffset(name);
        }
        return bySuffix(name);
    }

    /** The longest part after a slash that is a zone with a slash of its own, or Microsoft's name for UTC. */
    private static Optional<ZoneId> bySuffix(String name) {
        if (name.equalsIgnoreCase("tzone://Microsoft/Utc")) {
            return Optional.of(ZoneId.of("Etc/UTC"));
        }
        int slash = name.indexOf('/');
        while (slash >= 0) {
            String rest = name.substring(slash + 1);
            Optional<ZoneId> found = rest.contains("/") ? lookUp(rest) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
            slash = name.indexOf('/', slash + 1);
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> fixedOffset(String name) {
        try {
            String offset = name.substring(3);
            return Optional.of(
                    ZoneId.of(offset.contains(":") ? offset : offset.substring(0, 3) + ":" + offset.substring(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> lookUp(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, ZoneId> load() {
        Map<String, ZoneId> zones = new HashMap<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            String name = id.toLowerCase(Locale.ROOT);
            if (!AMBIGUOUS.contains(name)) {
                zones.put(name, ZoneId.of(id));
            }
        }
        try (InputStream in = Objects.requireNonNull(ZoneNames.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, zones));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(zones);
    }

    private static void add(String line, Map<String, ZoneId> zones) {
        int equals = line.indexOf(" = ");
        int bar = line.indexOf(" | ");
        ZoneId zone = ZoneId.of(line.substring(equals + 3, bar));
        zones.putIfAbsent(line.substring(0, equals).toLowerCase(Locale.ROOT), zone);
        zones.putIfAbsent(line.substring(bar + 3).toLowerCase(Locale.ROOT), zone);
    }
}
