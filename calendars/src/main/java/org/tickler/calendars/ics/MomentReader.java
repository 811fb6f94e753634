package org.tickler.calendars.ics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates and times to the letter. ical4j takes 20260231 for 28 February without a word, so it is not asked, and
 * as it makes a process-wide zone of every TZID it sees, none is shown to it.
 */
final class MomentReader {

    private static final Pattern VALUE = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)(Z?))?");

    private final ZoneId defaultZone;
    private final Map<String, String> zoneLocations;
    private final Problems problems;

    MomentReader(ZoneId defaultZone, Map<String, String> zoneLocations, Problems problems) {
        this.defaultZone = defaultZone;
        this.zoneLocations = zoneLocations;
        this.problems = problems;
    }

    /** The one value of the property; throws RefusedValueException where it is no date or time. */
    Moment read(ContentLine line) {
        return read(line, line.value());
    }

    /** A value of the property, which may have several. */
    Moment read(ContentLine line, String value) {
        Matcher matcher = VALUE.matcher(value.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw refused(line, value);
        }
        try {
            LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            boolean midnightOfDate = line.parameter("VALUE").equalsIgnoreCase("DATE") && value.contains("T000000");
            if (matcher.group(4) == null || midnightOfDate) {
                return new Moment(date.atStartOfDay(), defaultZone, Moment.Form.DATE);
            }
            LocalTime time = LocalTime.of(number(matcher, 4), number(matcher, 5), number(matcher, 6));
            LocalDateTime local = date.atTime(time);
            return "Z".equals(matcher.group(7)) ? Moment.utc(local) : zoned(line, local);
        } catch (DateTimeException e) {
            throw refused(line, value);
        }
    }

    private Moment zoned(ContentLine line, LocalDateTime local) {
        String tzid = line.parameter("TZID");
        if (tzid.isEmpty()) {
            return new Moment(local, defaultZone, Moment.Form.FLOATING);
        }
        Optional<ZoneId> zone = ZoneNames.resolve(tzid, zoneLocations);
        if (zone.isEmpty()) {
            problems.suspect(
                    line.line(),
                    "expected a known time zone, found TZID '" + Excerpt.of(tzid) + "'; " + line.name()
                            + " is taken to be in " + defaultZone);
            return new Moment(local, defaultZone, Moment.Form.UNKNOWN);
        }
        return zone.get().normalized().equals(ZoneOffset.UTC)
                ? Moment.utc(local)
                : new Moment(local, zone.get(), Moment.Form.NAMED);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static RefusedValueException refused(ContentLine line, String value) {
        return new RefusedValueException(
                line.line(),
                line.name() + ": expected a date that exists as 20260310, 20260310T150000 or 20260310T200000Z, found '"
                        + Excerpt.of(value) + "'");
    }
}
