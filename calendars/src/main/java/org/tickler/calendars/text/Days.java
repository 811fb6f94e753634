package org.tickler.calendars.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Civil dates as people read them. */
public final class Days {
    private static final DateTimeFormatter WITH_WEEKDAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Days() {}

    /** With its weekday, such as {@code Tue 2026-03-10 09:00}. */
    public static String words(LocalDateTime moment) {
        return words(moment.toLocalDate()) + " " + MINUTES.format(moment);
    }

    /** With its weekday, such as {@code Tue 2026-03-10}. */
    public static String words(LocalDate day) {
        return WITH_WEEKDAY.format(day);
    }
}
