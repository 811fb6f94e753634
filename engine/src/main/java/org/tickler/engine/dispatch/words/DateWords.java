package org.tickler.engine.dispatch.words;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.tickler.rules.docket.When;

/** Dates and hours as readers of a law firm write them, each with its weekday. */
public final class DateWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a z", Locale.US);

    private DateWords() {}

    /** {@code Tuesday, March 10, 2026}; {@code no date yet} while it waits for one. */
    public static String day(When when) {
        return when.date().map(DAY::format).orElse("no date yet");
    }

    /** {@code Tue, Mar 10, 2026}. */
    public static String shortDay(When when) {
        return when.date().map(SHORT_DAY::format).orElse("no date yet");
    }

    /** {@code 9:30 AM EDT}, or {@code by 5:00 PM EDT} for what is due on a day; empty where it has no hour. */
    public static String time(When when) {
        return switch (when) {
            case When.Timed timed -> TIME.format(at(timed, timed.zone()).orElseThrow());
            case When.AllDay day
            when day.hour().isPresent() ->
                "by " + TIME.format(at(day, day.zone()).orElseThrow());
            case When.AllDay wholeDay -> "";
            case When.Waiting waiting -> "";
        };
    }

    /** The same moment on the reader's clock; empty where the clocks agree or it has no hour. */
    public static String yourTime(When when, ZoneId reader) {
        Optional<ZonedDateTime> there = time(when).isEmpty() ? Optional.empty() : at(when, when.zone());
        return there.map(moment -> {
                    ZonedDateTime here = moment.withZoneSameInstant(reader);
                    boolean same = here.toLocalDateTime().equals(moment.toLocalDateTime());
                    return same ? "" : day(here.toLocalDate()) + ", " + TIME.format(here);
                })
                .orElse("");
    }

    /** {@code 3 hours}, in the largest unit that fits, rounded down; at least {@code 1 minute}. */
    public static String span(Duration duration) {
        if (duration.toDays() > 0) {
            return count(duration.toDays(), "day");
        }
        return duration.toHours() > 0
                ? count(duration.toHours(), "hour")
                : count(Math.max(1, duration.toMinutes()), "minute");
    }

    /** {@code Tuesday, March 10, 2026}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static Optional<ZonedDateTime> at(When when, ZoneId zone) {
        Optional<Instant> due = when.dueAt();
        return due.map(instant -> instant.atZone(zone));
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
