package org.tickler.engine.docket;

/** Why a row cannot be loaded: what was expected, what was found, what to do. Never leaves this package. */
final class RowRefused extends Exception {
    private static final long serialVersionUID = 1L;

    RowRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
