package org.tickler.calendars.ics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One property: its name and the names of its parameters in capitals, its value still escaped.
 *
 * @param line where it begins in the file
 */
record ContentLine(int line, String name, Map<String, String> parameters, String value) {

    /** {@code TZID=(UTC-05:00)} and what else may stand between the brackets. */
    private static final int LONGEST_OFFSET = 20;

    /** The parts of an unfolded line, or empty where it is no property at all. */
    static Optional<ContentLine> parse(int line, String text) {
        int end = nameEnd(text);
        if (end == 0 || end == text.length()) {
            return Optional.empty();
        }
        String name = text.substring(0, end).toUpperCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        int at = end;
        while (text.charAt(at) == ';') {
            int stop = parameterEnd(text, at + 1);
            if (stop == text.length()) {
                return Optional.empty();
            }
            parameter(text.substring(at + 1, stop), parameters);
            at = stop;
        }
        return text.charAt(at) == ':'
                ? Optional.of(new ContentLine(line, name, parameters, text.substring(at + 1)))
                : Optional.empty();
    }

    String parameter(String key) {
        return parameters.getOrDefault(key, "");
    }

    private static int nameEnd(String text) {
        int end = 0;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    /** The next semicolon or colon outside of quotes, or the end of the text. */
    private static int parameterEnd(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ';' || c == ':') && !insideOffset(text, from, i)) {
                return i;
            }
        }
        return text.length();
    }

    /** Outlook writes {@code TZID=(UTC-05:00) Eastern Time} without quotes: that colon ends nothing. */
    private static boolean insideOffset(String text, int from, int colon) {
        boolean offset = colon - from < LONGEST_OFFSET && text.regionMatches(true, from, "TZID=(", 0, 6);
        return offset
                && text.substring(colon, Math.min(text.length(), from + LONGEST_OFFSET))
                                .indexOf(')')
                        > 0;
    }

    private static void parameter(String text, Map<String, String> into) {
        int equals = text.indexOf('=');
        if (equals > 0) {
            String value = text.substring(equals + 1).replace("\"", "");
            into.putIfAbsent(text.substring(0, equals).toUpperCase(Locale.ROOT), value);
        }
    }
}
