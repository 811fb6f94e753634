package org.tickler.rules.docket;

import java.io.Serial;

/** A status was to be set to which nothing leads; the message is a sentence. */
public final class MoveRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    MoveRefused(String why) {
        super(why);
    }
}
