package org.tickler.rules.docket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much working time a thing takes before it can be done; more than none. */
public record Effort(Duration work) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4}) (?:business )?(minute|hour)s?");

    public Effort {
        if (work.isNegative() || work.isZero()) {
            throw new IllegalArgumentException("effort is more than nothing, but was: " + work);
        }
    }

    /**
     * {@code 6 hours}, {@code 6 business hours} or {@code 90 minutes}; all of them are working time.
     *
     * @throws IllegalArgumentException if it is none of these, or zero
     */
    public static Effort read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("effort is a whole number (at most 9999) of hours or minutes");
        }
        int count = Integer.parseInt(matcher.group(1));
        return new Effort(matcher.group(2).equals("hour") ? Duration.ofHours(count) : Duration.ofMinutes(count));
    }

    /** {@code 6 hours of work, 7 left}: what it takes, beside the working time that is left for it. */
    public String beside(Duration left) {
        boolean hours = work.toMinutesPart() == 0 && left.toMinutes() > 0 && left.toMinutesPart() == 0;
        String rest = left.toMinutes() <= 0 ? "none" : hours ? Long.toString(left.toHours()) : words(left);
        return this + " of work, " + rest + " left";
    }

    @Override
    public String toString() {
        return work.toSecondsPart() == 0 && work.toMinutesPart() == 0
                ? count(work.toHours(), "hour")
                : count(work.toMinutes(), "minute");
    }

    /** Rounded down to minutes. */
    private static String words(Duration time) {
        List<String> parts = new ArrayList<>();
        if (time.toHours() > 0) {
            parts.add(count(time.toHours(), "hour"));
        }
        if (time.toMinutesPart() > 0) {
            parts.add(count(time.toMinutesPart(), "minute"));
        }
        return String.join(" ", parts);
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
