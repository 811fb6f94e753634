package org.tickler.engine.store;

import java.time.Instant;
import java.util.Optional;

/**
 * What every planned row carries.
 *
 * @param book the fingerprint of the book it was planned with
 * @param hold under which hold it waits for release; empty: it leaves when due
 * @param at when it was planned
 */
public record Stamp(String book, Optional<Long> hold, Instant at) {
    /** Leaving when due. */
    public static Stamp of(String book, Instant at) {
        return new Stamp(book, Optional.empty(), at);
    }

    /** Waiting for the release of {@code hold}. */
    public Stamp under(long heldBy) {
        return new Stamp(book, Optional.of(heldBy), at);
    }
}
