package org.tickler.engine.docket;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file writes its dates and hours. It is declared and never guessed: 03/04/2026 is one day in New York and another
 * in London.
 *
 * @param date a pattern of letters as {@link DateTimeFormatter} has them, such as {@code MM/dd/yyyy}; one with an hour
 *     too, such as {@code M/d/yyyy h:mm a}, gives both
 * @param time the pattern of hours in a column of their own
 */
public record DateForm(String date, String time) {
    /** {@code 2026-03-10} and {@code 09:30}; {@code 2026-03-10 09:30} and {@code 2026-03-10T09:30} give both. */
    public static final DateForm ISO = new DateForm("yyyy-MM-dd[['T'][' ']HH:mm[:ss]]", "H:mm[:ss]");

    private static final Pattern WEEKDAY = Pattern.compile("(?i)([a-z]{2,9})[.,]*\\s+(.*)");

    public DateForm {
        formatter(date);
        formatter(time);
    }

    /** A date, with the hour and the weekday that stood beside it. */
    record Given(LocalDate day, Optional<LocalTime> time, Optional<DayOfWeek> weekday) {}

    /** The date; empty where the text is not in this form. A weekday in English may stand before it. */
    Optional<Given> day(String text) {
        Matcher named = WEEKDAY.matcher(text);
        Optional<DayOfWeek> weekday = named.matches() ? weekday(named.group(1)) : Optional.empty();
        String rest = weekday.isPresent() ? named.group(2) : text;
        return parse(date, rest).flatMap(found -> {
            LocalDate day = found.query(TemporalQueries.localDate());
            return day == null || day.getYear() < 1000 || day.getYear() > 9999
                    ? Optional.empty()
                    : Optional.of(
                            new Given(day, Optional.ofNullable(found.query(TemporalQueries.localTime())), weekday));
        });
    }

    /** The hour; empty where the text is not in this form. */
    Optional<LocalTime> hour(String text) {
        return parse(time, text).map(found -> found.query(TemporalQueries.localTime()));
    }

    /** Whether the text has this form but names a day that there is not, such as 30 February. */
    boolean isNoSuchDay(String text) {
        Matcher named = WEEKDAY.matcher(text);
        String rest = named.matches() && weekday(named.group(1)).isPresent() ? named.group(2) : text;
        try {
            return day(text).isEmpty()
                    && formatter(date)
                                    .withResolverStyle(ResolverStyle.LENIENT)
                                    .parse(rest)
                                    .query(TemporalQueries.localDate())
                            != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A date in this form, for messages. */
    String dayExample() {
        return this.equals(ISO)
                ? "2026-03-10"
                : formatter(date).format(LocalDate.of(2026, 3, 10).atTime(9, 30));
    }

    /** An hour in this form, for messages. */
    String hourExample() {
        return this.equals(ISO) ? "09:30" : formatter(time).format(LocalTime.of(9, 30));
    }

    /** The form in a person's words. */
    public String words() {
        return this.equals(ISO) ? "ISO 8601" : date;
    }

    private static Optional<TemporalAccessor> parse(String pattern, String text) {
        try {
            return Optional.of(formatter(pattern).parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The y of a pattern is the year of an era in java.time, which nobody writes. */
    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<DayOfWeek> weekday(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String full = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            if (word.length() >= 2 && full.regionMatches(true, 0, word, 0, word.length())) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
