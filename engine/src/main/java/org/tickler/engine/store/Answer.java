package org.tickler.engine.store;

/** What a person says to an ask. */
public enum Answer {
    /** It is in hand: nobody else need be told of this rung. It says nothing of the next one, nor that it is done. */
    HAVE_IT,
    /** It is not: the next person must hear of it. */
    NOT_READY,
    /** It is done: the entry is claimed, and a receipt is wanted. */
    DONE,
    /** Somebody else has it, who is asked in turn and must answer. */
    PASS_ON
}
