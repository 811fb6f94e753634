package org.tickler.engine.store;

/** How an answer came. */
public enum AnswerWay {
    PAGE,
    SMS,
    EMAIL,
    API,
    COMMAND
}
