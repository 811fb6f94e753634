package org.tickler.engine.history;

/** Evidence that cannot be made as it is asked for. The message says why and what to do, for whoever asked. */
public final class EvidenceRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvidenceRefused(String message) {
        super(message);
    }
}
