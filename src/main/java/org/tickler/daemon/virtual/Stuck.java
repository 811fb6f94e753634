package org.tickler.daemon.virtual;

/** Time could not go on; the message says what stood in its way. */
public final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stuck(String message) {
        super(message);
    }
}
