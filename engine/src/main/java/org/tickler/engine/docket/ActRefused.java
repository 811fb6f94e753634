package org.tickler.engine.docket;

/** An act that cannot be done as it was asked for; the message says why and what to do, for the person who asked. */
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ActRefused(String message) {
        super(message);
    }
}
