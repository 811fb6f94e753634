package org.tickler.engine.docket;

import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;

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

        /** How a person settles it, as the end of the question. */
        String remedy(EntryId entry) {
            String keep = "tickler keep " + entry;
            String cancel = "tickler cancel " + entry;
            return switch (this) {
                case PROBABLE_DUPLICATE -> ". Is it the same? " + cancel + ". Something else? " + keep;
                case MISSING -> ". It stands? " + keep + ". It is off? " + cancel;
                case BOTH_CHANGED -> ". The date is right? " + keep + ". Else tickler correct " + entry + " --to DATE";
                case NO_OWNER, UNKNOWN_OWNER -> " Name one: tickler correct " + entry + " --owner PERSON";
                case WEEKEND, HOLIDAY, PAST, WEEKDAY, FAR_OFF, BEFORE_OPENED, AFTER_TRIAL ->
                    " If it is: " + keep + ". Else tickler correct " + entry + " --to DATE";
            };
        }
    }

    String word() {
        return Words.of(code);
    }
}
