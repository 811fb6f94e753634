package org.tickler.rules.count;

import java.util.Locale;

/** What a period of law is counted in. */
public enum PeriodUnit {
    /** As they elapse, or without closed days, as the law says. */
    HOURS,
    DAYS,
    /** Days on which the court is open. */
    COURT_DAYS,
    /** To the same weekday. */
    WEEKS,
    /** To the corresponding date; to the month's last day where it has none. */
    MONTHS,
    YEARS;

    /** {@code court days}, and so on; the singular reads {@code court day}. */
    public String words(int count) {
        String plural = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return count == 1 ? plural.substring(0, plural.length() - 1) : plural;
    }
}
