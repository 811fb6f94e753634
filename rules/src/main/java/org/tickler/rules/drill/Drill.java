package org.tickler.rules.drill;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.MatterId;

/**
 * A fire drill of each quarter: an entry of a kind is put on a matter kept for drills, and climbs the ladder that it would
 * climb if it were real.
 *
 * @param time when it begins, in the firm's zone
 */
public record Drill(String id, On on, LocalTime time, MatterId matter, EntryKind kind) {
    /** Which day of the quarter, such as the second Tuesday; {@code number} 1 to 12, counted from the quarter's first day. */
    public record On(int number, DayOfWeek day) {
        public On {
            if (number < 1 || number > 12) {
                throw new IllegalArgumentException("a quarter has a 1st to a 12th of each weekday, but was: " + number);
            }
        }

        /**
         * Reads {@code 2nd Tuesday}.
         *
         * @throws IllegalArgumentException if it is none
         */
        public static On parse(String text) {
            String[] words = text.strip().split(" +");
            if (words.length != 2 || !words[0].matches("1st|2nd|3rd|[4-9]th|1[0-2]th")) {
                throw new IllegalArgumentException("not a weekday of a quarter, 1st to 12th");
            }
            DayOfWeek day = Words.find(DayOfWeek.class, words[1].toLowerCase(Locale.ROOT))
                    .filter(found ->
                            words[1].substring(1).equals(words[1].substring(1).toLowerCase(Locale.ROOT)))
                    .orElseThrow(() -> new IllegalArgumentException("\"" + words[1] + "\" is no weekday"));
            int number = Integer.parseInt(words[0].substring(0, words[0].length() - 2));
            return new On(number, day);
        }

        /** The day in the quarter of {@code any}. */
        public LocalDate inQuarterOf(LocalDate any) {
            LocalDate first = LocalDate.of(any.getYear(), (any.getMonthValue() - 1) / 3 * 3 + 1, 1);
            return first.with(TemporalAdjusters.nextOrSame(day)).plusWeeks(number - 1L);
        }
    }

    /** The first of its days on or after {@code day}. */
    public LocalDate from(LocalDate day) {
        LocalDate here = on.inQuarterOf(day);
        return here.isBefore(day) ? on.inQuarterOf(day.plusMonths(3)) : here;
    }
}
