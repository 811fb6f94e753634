package org.tickler.rules.deadline;

/** What becomes of a deadline that falls on a closed day. */
public enum Roll {
    /** It stays. */
    NONE,
    /** To the next open day. */
    FORWARD,
    /** To the open day before. */
    BACK
}
