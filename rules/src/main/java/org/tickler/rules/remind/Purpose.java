package org.tickler.rules.remind;

/** Why a reminder is. */
public enum Purpose {
    /** A rung of a ladder. */
    RUNG,
    /** To those told of an earlier revision: it was moved. */
    MOVED,
    /** To those told: it was cancelled. */
    CANCELLED,
    /** To those told: it is off for now, because its matter is stayed, settled or closed. */
    STAYED,
    /** To those told that it is off for now: it is on again. */
    RESUMED,
    /** No answer came, or the message could not be delivered: the next person. */
    ESCALATION,
    /** What was filed was not taken, and must be done again: its owner, and whoever its ladder tells on silence. */
    REJECTED,
    /** The person asked can be reached on no channel: a colleague is to call. */
    CALL,
    /** Somebody who was asked has passed it on to this person, who must answer. */
    PASSED_ON,
    /** Something of an entry looks wrong, or two sources disagree: its owner is asked. */
    QUESTION,
    /** Somebody's reply could not be taken as it was written: what would be. */
    WRITTEN_BACK,
    /** Something is wrong with the engine itself; to the last resort. */
    ALARM,
    /** A page that the house sends by the clock, about no entry alone. */
    SHEET
}
