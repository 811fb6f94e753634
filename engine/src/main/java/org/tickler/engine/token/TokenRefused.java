package org.tickler.engine.token;

/// A token that cannot be made as it was asked for. The message says why and what to do.
public final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TokenRefused(String message) {
        super(message);
    }
}
