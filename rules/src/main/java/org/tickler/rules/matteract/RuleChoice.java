package org.tickler.rules.matteract;

import java.util.List;
import java.util.Optional;
import org.tickler.rules.docket.MatterAct.Sort;
import org.tickler.rules.firm.Matter;

/** Which rule an act on a matter follows: exactly one, or a reason why none. */
public sealed interface RuleChoice {
    /** The most specific of the firm's that are for the matter, else what is built in. */
    record Chosen(MatterActRule rule) implements RuleChoice {}

    /** The firm has none, and none is built in. */
    record None() implements RuleChoice {}

    /** Several are for the matter, and none is more specific; their ids, in the order of the files. */
    record Tie(List<String> rules) implements RuleChoice {
        public Tie {
            rules = List.copyOf(rules);
        }
    }

    /** The rule for {@code act} on {@code matter}. */
    static RuleChoice of(List<MatterActRule> rules, Sort act, Matter matter) {
        List<MatterActRule> covering = rules.stream()
                .filter(rule -> rule.act() == act && rule.match().covers(matter))
                .toList();
        int most =
                covering.stream().mapToInt(rule -> rule.match().weight()).max().orElse(0);
        List<MatterActRule> best =
                covering.stream().filter(rule -> rule.match().weight() == most).toList();
        if (best.size() > 1) {
            return new Tie(best.stream().map(MatterActRule::id).toList());
        }
        Optional<MatterActRule> rule = best.stream().findFirst().or(() -> MatterActRule.builtIn(act));
        return rule.<RuleChoice>map(Chosen::new).orElseGet(None::new);
    }
}
