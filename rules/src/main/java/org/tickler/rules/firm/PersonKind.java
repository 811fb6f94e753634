package org.tickler.rules.firm;

/** What a person is to the firm. Staff may see the firm's matters; the others see only those they are on. */
public enum PersonKind {
    STAFF,
    CLIENT,
    EXPERT,
    REPORTER,
    /** A clerk of a court, not of the firm. */
    CLERK,
    OTHER
}
