package org.tickler.calendars.ics;

/** Foreign text in a sentence of ours: enough to know it again, never so much that it drowns the report. */
final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    static String of(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
