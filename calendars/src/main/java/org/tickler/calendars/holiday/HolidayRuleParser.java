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
 * May}, or one day, {@code 2025-01-09}.
 */
public final class HolidayRuleParser {

    private static final Pattern FIXED = Pattern.compile("([A-Za-z]+) ([0-9]{1,2})");
    private static final Pattern WEEKDAY = Pattern.compile("([0-9a-z]+) ([A-Za-z]+) of ([A-Za-z]+)");
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
        if (DATE.matcher(text).matches()) {
            return new OneOff(LocalDate.parse(text));
        }
        Matcher fixed = FIXED.matcher(text);
        if (fixed.matches()) {
            return new FixedDate(
                    MonthDay.of(named(Month.values(), fixed.group(1), "month"), Integer.parseInt(fixed.group(2))));
        }
        Matcher weekday = WEEKDAY.matcher(text);
        if (weekday.matches()) {
            return new NthWeekday(
                    ordinal(weekday.group(1)),
                    named(DayOfWeek.values(), weekday.group(2), "weekday"),
                    named(Month.values(), weekday.group(3), "month"));
        }
        throw new IllegalArgumentException("neither a date, nor a day of a month, nor a weekday of a month");
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
