package org.tickler.engine.store;

import java.time.Instant;
import java.util.Optional;
import org.tickler.rules.firm.PersonId;

/**
 * The token of a feed as it is stored: never the token itself.
 *
 * @param id by which people speak of it; it opens nothing
 * @param viewer who sees by it
 * @param used when it was last used and by which program, as far as that is kept: some uses are not written
 */
public record TokenRow(
        String id, PersonId viewer, FeedScope scope, Made made, Optional<Instant> revokedAt, Optional<Use> used) {

    /** When and by whom it was made. */
    public record Made(Instant at, String by) {}

    /** A use. */
    public record Use(Instant at, String by) {}
}
