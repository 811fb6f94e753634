package org.tickler.rules.lang;

import org.tickler.rules.remind.RungTime;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.TimeSpan;

/** Whether there is room for an answer between a rung and its entry. Only what is certain is said. */
final class AnswerRoom {
    private AnswerRoom() {}

    /** Whether the time to answer ends after the entry on every date, whatever weekends and holidays do. */
    static boolean exceeded(RungTime at, TimeSpan within) {
        return at instanceof RungTime.Offset offset
                && offset.side() == Side.BEFORE
                && shortestMinutes(within) > longestMinutes(offset.span());
    }

    private static long shortestMinutes(TimeSpan span) {
        return switch (span.unit()) {
            case MINUTES -> span.count();
            case HOURS, BUSINESS_HOURS -> span.count() * 60L;
            case DAYS, BUSINESS_DAYS, COURT_DAYS -> span.count() * 1440L;
            case WEEKS -> span.count() * 7L * 1440;
            case MONTHS -> span.count() * 28L * 1440;
        };
    }

    /** A rung some days before may speak at the day's start, and the entry be at its day's end. */
    private static long longestMinutes(TimeSpan span) {
        return switch (span.unit()) {
            case MINUTES -> span.count();
            case HOURS -> span.count() * 60L;
            case BUSINESS_HOURS -> (span.count() + 14L) * 1440L;
            case DAYS -> (span.count() + 1L) * 1440L;
            case BUSINESS_DAYS, COURT_DAYS -> (span.count() * 2L + 14L) * 1440L;
            case WEEKS -> (span.count() * 7L + 1) * 1440L;
            case MONTHS -> (span.count() * 31L + 1) * 1440L;
        };
    }
}
