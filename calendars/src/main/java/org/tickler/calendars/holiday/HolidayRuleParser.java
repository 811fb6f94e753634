package org.tickler.calendars.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.calendars.text.Nearest;

/**
 * Reads a rule as a statute would say it: {@code July 4}, {@code 3rd Monday of January}, {@code last Monday of
 * May}, {@code Monday before May 25}, {@code Easter}, {@code 2 days before Easter}, or one day, {@code 2025-01-09}.
 */
public final class HolidayRuleParser {

    private static final Pattern FIXED = Pattern.compile("([A-Za-z]+) ([0-9]{1,2})");
    private static final Pattern WEEKDAY = Pattern.compile("([0-9a-z]+) ([A-Za-z]+) of ([A-Za-z]+)");
    private static final Pattern NEAR =
            Pattern.compile("([A-Za-z]+) (before|after|on or before|on or after) ([A-Za-z]+ [0-9]{1,2})");
    private static final Pattern DAYS_FROM = Pattern.compile("([0-9]{1,3}) days? (before|after) (.+)");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final List<String> ORDINALS = List.of("1st", "2nd", "3rd", "4th", "5th");

    private HolidayRuleParser() {}

    /**
     * The rule that the text says.
     *
     * @throws IllegalArgumentException if it says none; the message says which word is wrong
     * @throws java.time.DateTimeException if it names a day that does not exist, such as {@code February 30}
     */
    public static HolidayRule parse(String text) {
        Matcher counted = DAYS_FROM.matcher(text);
        if (counted.matches()) {
            int days = Integer.parseInt(counted.group(1));
            return new DaysFrom(counted.group(2).equals("before") ? -days : days, parse(counted.group(3)));
        }
        if (text.equals("Easter")) {
            return new EasterSunday();
        }
        if (DATE.matcher(text).matches()) {
            return new OneOff(LocalDate.parse(text));
        }
        Matcher fixed = FIXED.matcher(text);
        if (fixed.matches()) {
            return new FixedDate(day(fixed));
        }
        Matcher near = NEAR.matcher(text);
        if (near.matches()) {
            return new NearWeekday(weekday(near.group(1)), side(near.group(2)), day(near.group(3)));
        }
        Matcher weekday = WEEKDAY.matcher(text);
        if (weekday.matches()) {
            return new NthWeekday(ordinal(weekday.group(1)), weekday(weekday.group(2)), month(weekday.group(3)));
        }
        throw new IllegalArgumentException("neither a date, nor a day of a month, nor a weekday of a month or next to a"
                + " day, nor Easter, nor days before or after one of these");
    }

    private static MonthDay day(String text) {
        Matcher fixed = FIXED.matcher(text);
        if (!fixed.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no day of a month");
        }
        return day(fixed);
    }

    private static MonthDay day(Matcher fixed) {
        return MonthDay.of(month(fixed.group(1)), Integer.parseInt(fixed.group(2)));
    }

    private static NearWeekday.Side side(String words) {
        return NearWeekday.Side.valueOf(words.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    private static int ordinal(String word) {
        if (word.equals("last")) {
            return NthWeekday.LAST;
        }
        int index = ORDINALS.indexOf(word);
        if (index < 0) {
            throw new IllegalArgumentException("\"" + word + "\" is none of " + String.join(", ", ORDINALS) + ", last");
        }
        return index + 1;
    }

    private static DayOfWeek weekday(String word) {
        return named(DayOfWeek.values(), word, "weekday");
    }

    private static Month month(String word) {
        return named(Month.values(), word, "month");
    }

    private static <E extends Enum<E>> E named(E[] values, String word, String what) {
        return Arrays.stream(values)
                .filter(value -> capitalized(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + what + " is called \"" + word + "\""
                        + Nearest.hint(
                                word,
                                Arrays.stream(values)
                                        .map(HolidayRuleParser::capitalized)
                                        .toList())));
    }

    private static String capitalized(Enum<?> value) {
        return value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
