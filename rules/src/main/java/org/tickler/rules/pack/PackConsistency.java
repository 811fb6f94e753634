package org.tickler.rules.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;

/** Finds what rules of one pack say of each other that cannot be. */
final class PackConsistency {
    private final Pack pack;
    private final Problems problems;
    private final SortedSet<String> triggers = new TreeSet<>();

    PackConsistency(Pack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
        triggers.addAll(pack.events().keySet());
        pack.rules().forEach(rule -> triggers.add(rule.id()));
    }

    void check() {
        pack.rules().forEach(rule -> {
            Stream.concat(Stream.of(rule.trigger()), otherTriggers(rule))
                    .forEach(trigger ->
                            known(rule.at(), "the rule \"" + rule.id() + "\" names \"" + trigger + "\"", trigger));
            rule.condition().ifPresent(condition -> fact(rule.at(), "if", condition.fact()));
            rule.examples().forEach(example -> {
                example.facts().facts().forEach(fact -> fact(example.at(), "facts", fact));
                example.facts().also().keySet().stream()
                        .sorted()
                        .forEach(event -> known(example.at(), "also: \"" + event + "\"", event));
            });
            if (rule.counting().fromLastDay() && pack.isEvent(rule.trigger())) {
                problems.error(
                        rule.at(),
                        PackProblem.NO_CHAIN,
                        "runs-from: the rule \"" + rule.id() + "\" follows from the event \"" + rule.trigger()
                                + "\" and from no other rule, so that there is no last day; take the key out");
            }
            circle(rule);
        });
        overlaps();
    }

    private void known(Span at, String what, String trigger) {
        if (!triggers.contains(trigger)) {
            problems.error(
                    at,
                    PackProblem.UNKNOWN_TRIGGER,
                    what + ", which is neither an event nor a rule of this pack" + Nearest.hint(trigger, triggers));
        }
    }

    private void fact(Span at, String key, String fact) {
        if (!pack.facts().containsKey(fact)) {
            problems.error(
                    at,
                    PackProblem.UNKNOWN_FACT,
                    key + ": the pack lists no fact called \"" + fact + "\""
                            + Nearest.hint(fact, pack.facts().keySet()));
        }
    }

    /** The events that rules name, whether as triggers or otherwise. */
    static Set<String> named(List<CourtRule> rules) {
        return rules.stream()
                .flatMap(rule -> Stream.concat(Stream.of(rule.trigger()), otherTriggers(rule)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> otherTriggers(CourtRule rule) {
        Stream<DueRule.Item> items = switch (rule.due()) {
            case DueRule.Single single -> Stream.of();
            case DueRule.LaterOf later -> later.items().stream();
            case DueRule.EarlierOf earlier -> earlier.items().stream();
        };
        return Stream.concat(
                items.flatMap(item -> item.trigger().stream()),
                rule.movement().restarts().stream().map(CourtRule.Restart::on));
    }

    private void circle(CourtRule rule) {
        Set<String> seen = new LinkedHashSet<>(List.of(rule.id()));
        Set<String> next = new HashSet<>(Set.of(rule.trigger()));
        while (!next.isEmpty()) {
            if (next.contains(rule.id())) {
                problems.error(
                        rule.at(),
                        PackProblem.RULE_CYCLE,
                        "the rule \"" + rule.id() + "\" is set going by a chain of rules that starts with itself");
                return;
            }
            Set<String> reached = next;
            next = pack.rules().stream()
                    .filter(other -> reached.contains(other.id()) && seen.add(other.id()))
                    .map(CourtRule::trigger)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    private void overlaps() {
        Map<String, List<CourtRule>> texts = pack.rules().stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.id()
                                + rule.condition().map(Object::toString).orElse(""),
                        Collectors.mapping(Function.identity(), Collectors.toCollection(ArrayList::new))));
        texts.values().forEach(rules -> {
            for (int second = 1; second < rules.size(); second++) {
                for (int first = 0; first < second; first++) {
                    overlap(rules.get(first), rules.get(second));
                }
            }
        });
    }

    private void overlap(CourtRule one, CourtRule other) {
        if (one.source().validity().overlaps(other.source().validity())) {
            problems.error(
                    other.at(),
                    PackProblem.OVERLAP,
                    "the rule \"" + other.id() + "\" stands at " + one.at()
                            + " too, and both are law on the same days; give them from: and to: that do not overlap");
        }
    }
}
