package org.tickler.calendars;

import java.util.regex.Pattern;

/**
 * The name of a court calendar, such as {@code us-nysd}: lower-case letters, digits and hyphens. Rules hold names; the
 * data behind a name is looked up in a {@code CalendarBook}.
 */
public record CalendarId(String value) implements Comparable<CalendarId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public CalendarId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a calendar's name has lower-case letters, digits and hyphens, but was: " + value);
        }
    }

    @Override
    public int compareTo(CalendarId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
