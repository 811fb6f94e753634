package org.tickler.rules.remind;

/** Why a reminder is. */
public enum Purpose {
    /** A rung of a ladder. */
    RUNG,
    /** To those told of an earlier revision: it was moved. */
    MOVED,
    /** To those told: it was cancelled. */
    CANCELLED,
    /** No answer came, or the message could not be delivered: the next person. */
    ESCALATION,
    /** Something of an entry looks wrong, or two sources disagree: its owner is asked. */
    QUESTION,
    /** Something is wrong with the engine itself; to the last resort. */
    ALARM,
    /** A page that the house sends by the clock, about no entry alone. */
    SHEET
}
