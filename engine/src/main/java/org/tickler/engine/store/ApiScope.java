package org.tickler.engine.store;

/** What a token of the API may be used for. None holds another in it. */
public enum ApiScope {
    /** To look: agenda, entries, matters, people, explanations. */
    READ,
    /** To look at asks and to answer them. */
    ANSWER,
    /** A person's acts on entries. */
    WRITE,
    /** To load dockets. */
    LOAD,
    /** To look at how the engine stands. */
    ADMIN
}
