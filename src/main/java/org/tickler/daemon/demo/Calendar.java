package org.tickler.daemon.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tickler.calendars.ics.IcsContent;
import org.tickler.calendars.ics.IcsItem;
import org.tickler.calendars.ics.IcsLimits;
import org.tickler.calendars.ics.IcsReader;
import org.tickler.calendars.ics.IcsWindow;

/** Reads a feed back as a calendar program does. */
final class Calendar {
    private static final ZoneId ZONE = SampleFirm.START.getZone();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);

    private Calendar() {}

    /** Its events by day, a line each. */
    static List<String> lines(byte[] feed, LocalDate from, LocalDate until) {
        IcsContent content = IcsReader.read(feed, ZONE, new IcsWindow(from, until), IcsLimits.usual());
        WentWrong.unless(content.problems().isEmpty(), "the feed reads without a fault: " + content.problems());
        return content.items().stream()
                .filter(item -> !item.cancelled())
                .sorted(Comparator.comparing((IcsItem item) -> item.time().date()))
                .map(item -> String.format(
                        Locale.ROOT,
                        "%-13s %s",
                        DAY.format(item.time().date()),
                        item.words().summary()))
                .toList();
    }
}
