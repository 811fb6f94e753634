package org.tickler.calendars.ics;

/** Why something cannot be read, and on which line; caught where events are read one by one. */
final class RefusedValueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String reason;

    RefusedValueException(int line, String reason) {
        super(reason);
        this.line = line;
        this.reason = reason;
    }

    int line() {
        return line;
    }

    String reason() {
        return reason;
    }
}
