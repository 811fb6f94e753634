package org.tickler.rules.pack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.calendars.text.Days;

/** The act that a rule of a chain runs from, while nobody has said on which day it was done. */
public final class SupposedAct {
    private static final String AS_IF = "Counted as if ";

    private SupposedAct() {}

    /**
     * That {@code rule} is counted as if the act before it were done on its last day, and so may be due earlier; a sentence. Empty where
     * it runs from that last day, or the day of the act is known.
     */
    static Optional<String> step(Pack pack, CourtRule rule, TriggerFacts facts) {
        if (!facts.supposed() || rule.counting().fromLastDay() || isKnown(rule, facts)) {
            return Optional.empty();
        }
        return Optional.of(AS_IF + "\"" + pack.titleOf(rule.trigger()).orElse(rule.trigger())
                + "\" were done on its last day, " + Days.words(facts.on())
                + "; done or served earlier, it makes this date earlier. When its day is known, enter that as the event "
                + events(rule).findFirst().orElse(rule.trigger()) + ".");
    }

    /** Whether one of the steps says so. */
    public static boolean isIn(List<String> steps) {
        return steps.stream().anyMatch(step -> step.startsWith(AS_IF));
    }

    private static boolean isKnown(CourtRule rule, TriggerFacts facts) {
        return events(rule).anyMatch(facts.also()::containsKey)
                || rule.movement().restarts().stream()
                        .map(restart -> facts.also().get(restart.on()))
                        .anyMatch(day -> day != null && !day.isBefore(facts.on()));
    }

    /** The events that are the act itself: the rule is due by the earlier of what each gives and what the last day gives. */
    private static Stream<String> events(CourtRule rule) {
        return rule.due() instanceof DueRule.EarlierOf earlier
                ? earlier.items().stream()
                        .flatMap(item -> item.trigger().stream())
                        .filter(event -> !event.equals(rule.trigger()))
                : Stream.of();
    }
}
