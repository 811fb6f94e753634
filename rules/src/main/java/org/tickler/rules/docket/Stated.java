package org.tickler.rules.docket;

import java.util.Optional;

/** What an entry says of when, where and how it is: what its readers are told, and what makes a revision when it changes. */
public record Stated(When when, Optional<String> location, Optional<String> mode) {
    /** As {@code entry} stands. */
    public static Stated of(Entry entry) {
        return new Stated(
                entry.when(), entry.details().location(), entry.details().mode());
    }
}
