package org.tickler.rules.pack;

/** What becomes of a deadline when its trigger gets another date. */
public enum WhenTriggerMoves {
    /** It is counted anew. */
    FOLLOW,
    /** It stays, counted from the date first set. */
    STAY,
    /** A person is asked. */
    ASK
}
