package org.tickler.engine.docket;

import org.tickler.calendars.text.Words;

/**
 * Something that looks wrong about a row and is loaded all the same; its owner is asked.
 *
 * @param sentence what looks wrong and what to do
 */
record Doubt(Code code, String sentence) {
    /** What looks wrong. */
    enum Code {
        WEEKEND,
        HOLIDAY,
        PAST,
        WEEKDAY,
        FAR_OFF,
        BEFORE_OPENED,
        AFTER_TRIAL,
        NO_OWNER,
        UNKNOWN_OWNER,
        BOTH_CHANGED,
        PROBABLE_DUPLICATE,
        MISSING;

        /** Whether it is told by looking at the row alone, and so told anew whenever the row changes. */
        boolean ofRow() {
            return this != BOTH_CHANGED && this != PROBABLE_DUPLICATE && this != MISSING;
        }
    }

    String word() {
        return Words.of(code);
    }
}
