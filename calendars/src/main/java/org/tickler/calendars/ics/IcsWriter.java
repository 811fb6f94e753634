package org.tickler.calendars.ics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a feed as iCalendar (RFC 5545 and 7986) in UTF-8.
 *
 * <p>The same calendar gives the same bytes, on every node and on every day, so a hash of them is a strong ETag. No
 * CLASS is written: a program that is given {@code CLASS:PRIVATE} may show its own reader no more than "busy", and
 * an attorney who sees "busy" has missed the date. What must not be seen is kept out of the words instead.
 */
public final class IcsWriter {

    /** Longest summary, location, category and calendar name, in characters; more is cut and ends in an ellipsis. */
    public static final int LONGEST_LINE_OF_WORDS = 255;
    /** Longest description, in characters; more is cut and ends in an ellipsis. */
    public static final int LONGEST_DESCRIPTION = 8192;
    /** Categories beyond these are left out. */
    public static final int MOST_CATEGORIES = 20;
    /** Alarms beyond these are left out. */
    public static final int MOST_ALARMS = 10;

    private static final int USUAL_EVENT = 512;
    private static final int SECONDS_A_DAY = 86_400;

    private final FoldedBytes out;

    private IcsWriter(int capacity) {
        out = new FoldedBytes(capacity);
    }

    /**
     * The bytes of the feed; with no events, a calendar without any.
     *
     * @throws IllegalArgumentException where two events have the same uid, of which a calendar program would lose one
     */
    public static byte[] write(IcsCalendar calendar) {
        requireDistinct(calendar.events());
        IcsWriter writer = new IcsWriter(calendar.events().size() * USUAL_EVENT + 1024);
        writer.head(calendar);
        for (IcsEvent event : calendar.events()) {
            writer.event(event);
        }
        writer.put(Fixed.END_CALENDAR);
        return writer.out.toBytes();
    }

    private static void requireDistinct(List<IcsEvent> events) {
        Set<String> seen = HashSet.newHashSet(events.size());
        for (IcsEvent event : events) {
            if (!seen.add(event.uid())) {
                throw new IllegalArgumentException("feed: expected each uid once, found two events of uid '"
                        + event.uid() + "'; give the second one a uid of its own");
            }
        }
    }

    private void head(IcsCalendar calendar) {
        put(Fixed.BEGIN_CALENDAR);
        words(Fixed.NAME, calendar.name(), LONGEST_LINE_OF_WORDS);
        words(Fixed.X_WR_CALNAME, calendar.name(), LONGEST_LINE_OF_WORDS);
        if (!calendar.description().isEmpty()) {
            words(Fixed.DESCRIPTION, calendar.description(), LONGEST_DESCRIPTION);
            words(Fixed.X_WR_CALDESC, calendar.description(), LONGEST_DESCRIPTION);
        }
        words(Fixed.X_WR_TIMEZONE, calendar.zone().getId(), LONGEST_LINE_OF_WORDS);
    }

    private void event(IcsEvent event) {
        put(Fixed.BEGIN_EVENT);
        plain(Fixed.UID, event.uid());
        instant(Fixed.DTSTAMP, event.revision().at());
        instant(Fixed.LAST_MODIFIED, event.revision().at());
        plain(Fixed.SEQUENCE, Integer.toString(event.revision().sequence()));
        when(event.when());
        put(Fixed.status(event.status()));
        put(Fixed.busy(event.when(), event.status()));
        words(Fixed.SUMMARY, event.words().summary(), LONGEST_LINE_OF_WORDS);
        if (!event.words().description().isEmpty()) {
            words(Fixed.DESCRIPTION, event.words().description(), LONGEST_DESCRIPTION);
        }
        if (!event.words().location().isEmpty()) {
            words(Fixed.LOCATION, event.words().location(), LONGEST_LINE_OF_WORDS);
        }
        if (event.words().url().isPresent()) {
            plain(Fixed.URL, event.words().url().get().toASCIIString());
        }
        categories(event.categories());
        alarms(event);
        put(Fixed.END_EVENT);
    }

    private void when(IcsWhen when) {
        switch (when) {
            case IcsWhen.AllDay days -> {
                date(Fixed.DTSTART_DATE, days.from());
                date(Fixed.DTEND_DATE, days.until());
            }
            case IcsWhen.Timed timed -> {
                instant(Fixed.DTSTART, timed.start());
                if (timed.end().isPresent()) {
                    instant(Fixed.DTEND, timed.end().get());
                }
            }
        }
    }

    private void categories(List<String> categories) {
        if (categories.isEmpty()) {
            return;
        }
        put(Fixed.CATEGORIES);
        for (int i = 0; i < Math.min(categories.size(), MOST_CATEGORIES); i++) {
            if (i > 0) {
                out.codePoint(',');
            }
            IcsText.append(out, categories.get(i), LONGEST_LINE_OF_WORDS);
        }
        out.endLine();
    }

    private void alarms(IcsEvent event) {
        for (int i = 0; i < Math.min(event.alarms().size(), MOST_ALARMS); i++) {
            Duration before = event.alarms().get(i);
            put(Fixed.BEGIN_ALARM);
            plain(Fixed.TRIGGER, "-PT" + before.toMinutes() + "M");
            words(Fixed.DESCRIPTION, event.words().summary(), LONGEST_LINE_OF_WORDS);
            put(Fixed.END_ALARM);
        }
    }

    private void words(byte[] name, String text, int cap) {
        put(name);
        IcsText.append(out, text, cap);
        out.endLine();
    }

    private void plain(byte[] name, String ascii) {
        put(name);
        out.ascii(ascii, 0, ascii.length());
        out.endLine();
    }

    private void date(byte[] name, LocalDate date) {
        put(name);
        digits(date);
        out.endLine();
    }

    private void instant(byte[] name, Instant instant) {
        long second = instant.getEpochSecond();
        int ofDay = (int) Math.floorMod(second, (long) SECONDS_A_DAY);
        put(name);
        digits(LocalDate.ofEpochDay(Math.floorDiv(second, (long) SECONDS_A_DAY)));
        out.codePoint('T');
        out.digits(ofDay / 3600 * 10_000 + ofDay / 60 % 60 * 100 + ofDay % 60, 6);
        out.codePoint('Z');
        out.endLine();
    }

    private void digits(LocalDate date) {
        out.digits(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth(), 8);
    }

    private void put(byte[] fixed) {
        // what ends in LF is whole lines; all else is the name of a property, at the beginning of a line
        out.fixed(fixed, fixed[fixed.length - 1] == '\n' ? 0 : fixed.length);
    }
}
