package org.tickler.rules.docket;

import java.util.List;
import java.util.Optional;

/** Where an entry comes from. */
public sealed interface Origin {
    /** A person or a source gave it; {@code id} is what the source calls it. */
    record Entered(String source, String id) implements Origin {
        /** The source of what a person put on the docket by an act of its own. */
        public static final String BY_HAND = "entered";

        /** The source of what an act on the whole matter put there. */
        public static final String BY_MATTER_ACT = "matter-act";

        /** The source of the entries of fire drills; no file can name itself so. */
        public static final String DRILL = "tickler: drill";

        /** Whether somebody wanted this one entry as the matter stands. */
        public boolean isMeant() {
            return source.equals(BY_HAND) || source.equals(BY_MATTER_ACT);
        }
    }

    /** A rule derived it from a trigger; {@code steps} say how, a sentence each. */
    record Derived(EntryId trigger, String rule, int occurrence, List<String> steps) implements Origin {
        /** The start of the step that says that a date is not vouched for. */
        public static final String UNCONFIRMED = "unconfirmed: ";

        public Derived {
            steps = List.copyOf(steps);
        }

        /** Why the date is not vouched for; empty: it is. */
        public Optional<String> unconfirmed() {
            return steps.stream().filter(step -> step.startsWith(UNCONFIRMED)).findFirst();
        }
    }
}
