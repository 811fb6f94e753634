package org.tickler.calendars.ics;

/** The parts of a feed that are the same in every feed, as bytes: whole lines, or the names that begin one. */
final class Fixed {

    static final byte[] BEGIN_CALENDAR = lines(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Tickler//Tickler 1//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H");
    static final byte[] END_CALENDAR = lines("END:VCALENDAR");
    static final byte[] BEGIN_EVENT = lines("BEGIN:VEVENT");
    static final byte[] END_EVENT = lines("END:VEVENT");
    static final byte[] BEGIN_ALARM = lines("BEGIN:VALARM", "ACTION:DISPLAY");
    static final byte[] END_ALARM = lines("END:VALARM");

    static final byte[] NAME = FoldedBytes.of("NAME:");
    static final byte[] X_WR_CALNAME = FoldedBytes.of("X-WR-CALNAME:");
    static final byte[] X_WR_CALDESC = FoldedBytes.of("X-WR-CALDESC:");
    static final byte[] X_WR_TIMEZONE = FoldedBytes.of("X-WR-TIMEZONE:");
    static final byte[] UID = FoldedBytes.of("UID:");
    static final byte[] DTSTAMP = FoldedBytes.of("DTSTAMP:");
    static final byte[] LAST_MODIFIED = FoldedBytes.of("LAST-MODIFIED:");
    static final byte[] SEQUENCE = FoldedBytes.of("SEQUENCE:");
    static final byte[] DTSTART = FoldedBytes.of("DTSTART:");
    static final byte[] DTEND = FoldedBytes.of("DTEND:");
    static final byte[] DTSTART_DATE = FoldedBytes.of("DTSTART;VALUE=DATE:");
    static final byte[] DTEND_DATE = FoldedBytes.of("DTEND;VALUE=DATE:");
    static final byte[] SUMMARY = FoldedBytes.of("SUMMARY:");
    static final byte[] DESCRIPTION = FoldedBytes.of("DESCRIPTION:");
    static final byte[] LOCATION = FoldedBytes.of("LOCATION:");
    static final byte[] URL = FoldedBytes.of("URL:");
    static final byte[] CATEGORIES = FoldedBytes.of("CATEGORIES:");
    static final byte[] TRIGGER = FoldedBytes.of("TRIGGER:");

    private static final byte[] CONFIRMED = lines("STATUS:CONFIRMED");
    private static final byte[] TENTATIVE = lines("STATUS:TENTATIVE");
    private static final byte[] CANCELLED = lines("STATUS:CANCELLED");

    private static final byte[] FREE = lines("TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE");
    private static final byte[] BUSY = lines("TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY");
    private static final byte[] PERHAPS_BUSY = lines("TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE");

    private Fixed() {}

    static byte[] status(IcsStatus status) {
        return switch (status) {
            case CONFIRMED -> CONFIRMED;
            case TENTATIVE -> TENTATIVE;
            case CANCELLED -> CANCELLED;
        };
    }

    /** Whole days take nobody's time, and neither does what was cancelled; the rest does. */
    static byte[] busy(IcsWhen when, IcsStatus status) {
        if (when instanceof IcsWhen.AllDay || status == IcsStatus.CANCELLED) {
            return FREE;
        }
        return status == IcsStatus.TENTATIVE ? PERHAPS_BUSY : BUSY;
    }

    private static byte[] lines(String... lines) {
        return FoldedBytes.of(String.join("\r\n", lines) + "\r\n");
    }
}
