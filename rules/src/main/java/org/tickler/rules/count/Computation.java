package org.tickler.rules.count;

/** What came of counting a period. */
public sealed interface Computation {

    /**
     * The date, in three readings that are one where nothing is disputed.
     *
     * @param earliest safe for whoever must act, and what reminders run on
     * @param prevailing what most courts would hold
     */
    record Due(Reading earliest, Reading prevailing, Reading latest) implements Computation {
        /** Whether the readings differ in their dates. */
        public boolean isDisputed() {
            return !earliest.due().equals(latest.due());
        }
    }

    /** No date: the library does not guess. */
    record Refused(Why why, String message) implements Computation {}

    /** Why there is no date. */
    enum Why {
        UNKNOWN_LAW,
        UNKNOWN_CALENDAR,
        /** The calendar vouches for none of the days that the count came to. */
        UNKNOWN_DAY,
        /** No text of the law is known of that time. */
        UNKNOWN_TEXT,
        HOUR_MISSING,
        ZONE_MISSING,
        SERVICE_MISSING
    }
}
