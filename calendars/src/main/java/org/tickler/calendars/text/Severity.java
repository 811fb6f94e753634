package org.tickler.calendars.text;

import java.util.Locale;

/** Whether a file may be used in spite of a problem: with warnings yes, with errors no. */
public enum Severity {
    ERROR,
    WARNING;

    /** The lower-case word that stands in printed problems. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
