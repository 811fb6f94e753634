package org.tickler.rules.limitation;

import java.util.Set;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.PersonId;

/** Who has verified the facts that an entry's date rests on. */
@FunctionalInterface
public interface Verifiers {
    /** Nobody has verified anything. */
    Verifiers NOBODY = (entry, facts) -> Set.of();

    /** The people who verified {@code entry} while its facts had the fingerprint {@code facts}, each once. */
    Set<PersonId> of(EntryId entry, String facts);
}
