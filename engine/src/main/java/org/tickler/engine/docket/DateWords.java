package org.tickler.engine.docket;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.When;

/** Dates as people read them: with their weekday, and with the zone where there is an hour. */
public final class DateWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private DateWords() {}

    public static String of(When when) {
        return switch (when) {
            case When.Waiting waiting -> "no date yet";
            case When.AllDay day ->
                DAY.format(day.day())
                        + day.hour()
                                .map(hour -> " until " + MINUTE.format(hour) + " (" + day.zone() + ")")
                                .orElse("");
            case When.Timed timed ->
                DAY.format(timed.start()) + " " + MINUTE.format(timed.start())
                        + timed.end().map(end -> "-" + MINUTE.format(end)).orElse("") + " (" + timed.zone() + ")";
        };
    }

    /** Title, id and date. */
    public static String of(Entry entry) {
        return entry.title() + " [" + entry.id() + "], " + of(entry.when());
    }
}
