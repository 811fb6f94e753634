package org.tickler.engine.feed;

/// A feed that cannot be added as asked. The message says why and what to do, for whoever asked.
public final class FeedRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FeedRefused(String message) {
        super(message);
    }
}
