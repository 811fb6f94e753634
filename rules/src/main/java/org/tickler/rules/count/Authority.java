package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a rule is written.
 *
 * @param cite as lawyers cite it
 * @param url an address of its text
 * @param checked when somebody last compared it with that text; empty: nobody has
 */
public record Authority(String cite, Optional<String> url, Optional<LocalDate> checked) {
    public Authority {
        if (cite.isBlank()) {
            throw new IllegalArgumentException("an authority needs a citation, but had none");
        }
    }

    @Override
    public String toString() {
        return cite;
    }
}
