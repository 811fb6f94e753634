package org.tickler.engine.store;

/** What a person says to an ask. */
public enum Answer {
    /** It is in hand: nobody else need be told. */
    HAVE_IT,
    /** It is not: the next person must hear of it. */
    NOT_READY
}
