package org.tickler.rules.docket;

import java.util.List;

/** Where an entry comes from. */
public sealed interface Origin {
    /** A person or a source gave it; {@code id} is what the source calls it. */
    record Entered(String source, String id) implements Origin {}

    /** A rule derived it from a trigger; {@code steps} say how, a sentence each. */
    record Derived(EntryId trigger, String rule, int occurrence, List<String> steps) implements Origin {
        public Derived {
            steps = List.copyOf(steps);
        }
    }
}
