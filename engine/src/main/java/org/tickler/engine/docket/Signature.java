package org.tickler.engine.docket;

import java.util.Optional;
import org.tickler.rules.firm.PersonId;

/** Who does an act, and why in that person's words. */
public record Signature(PersonId by, Optional<String> reason) {
    public static Signature of(PersonId by, String reason) {
        return new Signature(by, Optional.of(reason));
    }
}
