package org.tickler.engine.store;

/** Where an ask stands. */
public enum AskState {
    OPEN,
    ANSWERED,
    /** Its silence was passed on to the next person; an answer still counts. */
    ESCALATED,
    CLOSED
}
