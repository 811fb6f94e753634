package org.tickler.engine.store;

import java.time.Instant;
import java.util.Optional;
import org.tickler.rules.docket.When;

/**
 * One revision of an entry, as its history keeps it.
 *
 * @param knownAt since when it is known
 * @param by a person's id, a source's name, or {@code tickler}
 */
public record StoredRevision(
        int number, Instant knownAt, Change.Cause cause, String by, Optional<String> reason, When when, Place place) {
    /** Where or how it is held. */
    public record Place(Optional<String> location, Optional<String> mode) {}
}
