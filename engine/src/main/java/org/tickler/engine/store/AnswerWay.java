package org.tickler.engine.store;

/** How an answer, or an act, came. */
public enum AnswerWay {
    PAGE,
    SMS,
    EMAIL,
    API,
    COMMAND
}
