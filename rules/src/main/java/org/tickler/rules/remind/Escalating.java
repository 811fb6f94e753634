package org.tickler.rules.remind;

/** When silence is passed on. What failed, and "not ready", are passed on at once in either case. */
public enum Escalating {
    /** At any hour. */
    AROUND_THE_CLOCK,
    /** When the firm works; what falls outside its hours waits for the next opening. */
    IN_BUSINESS_HOURS
}
