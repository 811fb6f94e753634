package org.tickler.rules.remind;

import java.util.Locale;

/** What offsets and spans are counted in. */
public enum Unit {
    MINUTES,
    HOURS,
    /** By the firm's hours and holidays. */
    BUSINESS_HOURS,
    DAYS,
    /** Days on which the firm works. */
    BUSINESS_DAYS,
    /** Days on which the entry's court is open. */
    COURT_DAYS,
    WEEKS,
    MONTHS;

    /** Whether it is counted on the clock, not on civil dates. */
    public boolean ofClock() {
        return this == MINUTES || this == HOURS || this == BUSINESS_HOURS;
    }

    /** {@code business days}, and so on; the singular reads {@code business day}. */
    public String words(int count) {
        String plural = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return count == 1 ? plural.substring(0, plural.length() - 1) : plural;
    }
}
