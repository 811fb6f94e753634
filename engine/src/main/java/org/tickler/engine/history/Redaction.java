package org.tickler.engine.history;

import java.util.regex.Pattern;

/** Leaves out what opens doors: tokens of answer pages, of feeds and of the API, wherever somebody may have written one. */
final class Redaction {
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])"
            + "(?:[0-9a-z]{20}[A-Za-z0-9_-]{32}|(?=[A-Za-z0-9_-]*[A-Z])(?=[A-Za-z0-9_-]*[a-z])(?=[A-Za-z0-9_-]*[0-9])"
            + "(?:tk_)?[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])");

    private Redaction() {}

    /** Whether a text has something that is left out. */
    static boolean touches(String text) {
        return TOKEN.matcher(text).find();
    }

    static String of(String text) {
        return TOKEN.matcher(text).replaceAll("(token left out)");
    }
}
