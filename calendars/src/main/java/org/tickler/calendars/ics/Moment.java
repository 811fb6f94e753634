package org.tickler.calendars.ics;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A date or a time of a file, in the form in which it stands there.
 *
 * @param local the start of the day for a date
 * @param zone UTC for the form UTC; the default zone where the file names none that is known, and for a date
 */
record Moment(LocalDateTime local, ZoneId zone, Form form) {

    enum Form {
        DATE,
        UTC,
        NAMED,
        FLOATING,
        UNKNOWN
    }

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    static Moment utc(LocalDateTime local) {
        return new Moment(local, ZoneOffset.UTC, Form.UTC);
    }

    boolean isDate() {
        return form == Form.DATE;
    }

    ZonedDateTime zoned() {
        return ZonedDateTime.of(local, zone);
    }

    /** The zone in which people speak of this: for UTC that is the given default. */
    ZonedDateTime shown(ZoneId defaultZone) {
        return form == Form.UTC ? zoned().withZoneSameInstant(defaultZone) : zoned();
    }

    Moment at(LocalDateTime other) {
        return new Moment(other, zone, form);
    }

    /**
     * The same in the form and zone of a series. A date stays the start of its day, which is no time of a timed
     * series; a time of an all-day series becomes its date, where UTC is first taken to the series' zone.
     */
    Moment in(Moment series) {
        if (isDate()) {
            return series.at(local);
        }
        if (series.isDate()) {
            return series.at(shown(series.zone).toLocalDate().atStartOfDay());
        }
        return series.at(zoned().withZoneSameInstant(series.zone).toLocalDateTime());
    }

    /** As a RECURRENCE-ID is written. */
    String text() {
        return switch (form) {
            case DATE -> DATE.format(local);
            case UTC -> TIME.format(local) + "Z";
            case NAMED, FLOATING, UNKNOWN -> TIME.format(local);
        };
    }

    IcsTime.Zoning zoning() {
        return switch (form) {
            case DATE, FLOATING -> IcsTime.Zoning.FLOATING;
            case UTC -> IcsTime.Zoning.UTC;
            case NAMED -> IcsTime.Zoning.NAMED;
            case UNKNOWN -> IcsTime.Zoning.UNKNOWN;
        };
    }
}
