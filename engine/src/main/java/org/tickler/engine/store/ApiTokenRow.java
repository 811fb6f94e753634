package org.tickler.engine.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.tickler.rules.firm.PersonId;

/**
 * A token of the API as it is stored: never the token itself.
 *
 * @param id by which people speak of it; it opens nothing
 * @param person as whom it looks and acts
 * @param name what it is for, in the words of whoever made it
 * @param life when it was made and by whom, and when it ends
 * @param used when it was last used and from where; not every use is written
 */
public record ApiTokenRow(
        String id, PersonId person, String name, Set<ApiScope> scopes, Life life, Optional<TokenRow.Use> used) {
    public ApiTokenRow {
        scopes = Set.copyOf(scopes);
    }

    /** From when to when it opens something; {@code expires} and {@code revoked} are empty where nobody said so. */
    public record Life(TokenRow.Made made, Optional<Instant> expires, Optional<Instant> revoked) {
        /** Whether it opens something at {@code now}; at the very instant at which it expires it does not. */
        public boolean runsAt(Instant now) {
            return revoked.isEmpty()
                    && expires.filter(end -> !now.isBefore(end)).isEmpty();
        }
    }
}
