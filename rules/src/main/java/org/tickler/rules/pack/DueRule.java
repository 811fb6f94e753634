package org.tickler.rules.pack;

import java.util.List;
import java.util.Optional;
import org.tickler.rules.count.Period;

/** When a rule makes its act due. */
public sealed interface DueRule {

    /** After or before the rule's trigger. */
    record Single(Period period) implements DueRule {}

    /** The later of several dates; it waits while one of them has no trigger yet. */
    record LaterOf(List<Item> items) implements DueRule {
        public LaterOf {
            items = severalOf(items);
        }
    }

    /** The earlier of several dates; those without a trigger yet are left out. */
    record EarlierOf(List<Item> items) implements DueRule {
        public EarlierOf {
            items = severalOf(items);
        }
    }

    /**
     * One of several dates.
     *
     * @param trigger empty: the rule's own
     */
    record Item(Optional<String> trigger, Period period) {}

    private static List<Item> severalOf(List<Item> items) {
        if (items.size() < 2) {
            throw new IllegalArgumentException("several dates are two or more, but were " + items.size());
        }
        return List.copyOf(items);
    }
}
