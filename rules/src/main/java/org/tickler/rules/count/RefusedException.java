package org.tickler.rules.count;

/** Ends a count that has no answer; never leaves this package. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Computation.Why why;

    RefusedException(Computation.Why why, String message) {
        super(message, null, false, false);
        this.why = why;
    }

    Computation.Refused refused() {
        return new Computation.Refused(why, String.valueOf(getMessage()));
    }
}
