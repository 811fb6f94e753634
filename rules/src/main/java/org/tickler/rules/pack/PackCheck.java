package org.tickler.rules.pack;

import java.util.List;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.text.Problems;
import org.tickler.rules.count.LawId;
import org.tickler.rules.count.Laws;
import org.tickler.rules.count.PeriodCounter;

/** Runs the worked examples of packs. */
public final class PackCheck {
    private final Laws laws;
    private final CalendarBook calendars;
    private final PeriodCounter counter;

    public PackCheck(Laws laws, CalendarBook calendars) {
        this.laws = laws;
        this.calendars = calendars;
        this.counter = new PeriodCounter(laws, calendars);
    }

    /** Records every example of {@code pack} that comes out otherwise, and every law or calendar that is not there. */
    public void check(Pack pack, Problems problems) {
        check(pack, pack.rules(), problems);
    }

    /** As above, of some rules of {@code pack} only. */
    public void check(Pack pack, List<CourtRule> rules, Problems problems) {
        DeadlineCalculator calculator = new DeadlineCalculator(pack, counter);
        for (CourtRule rule : rules) {
            LawId law = rule.counting().law().orElse(pack.law());
            if (laws.find(law).isEmpty() || calendars.find(pack.courts()).isEmpty()) {
                problems.error(
                        rule.at(),
                        PackProblem.UNKNOWN_SOURCE,
                        "the rule \"" + rule.id() + "\" is counted by the law " + law + " with the calendar "
                                + pack.courts() + ", and one of them is not there");
                continue;
            }
            rule.examples().forEach(example -> check(calculator, rule, example, problems));
        }
    }

    private static void check(
            DeadlineCalculator calculator, CourtRule rule, CourtRule.Example example, Problems problems) {
        CourtDeadline deadline = calculator.deadline(rule, example.facts());
        String found = words(deadline.outcome());
        if (!found.equals(example.expected().due())) {
            problems.error(
                    example.at(),
                    PackProblem.WRONG_EXAMPLE,
                    "the rule \"" + rule.id() + "\" comes to " + found + " from "
                            + example.facts().on() + ", and not to "
                            + example.expected().due() + steps(deadline.outcome()));
        }
        if (!deadline.notBefore().equals(example.expected().notBefore())
                && example.expected().notBefore().isPresent()) {
            problems.error(
                    example.at(),
                    PackProblem.WRONG_EXAMPLE,
                    "the act of the rule \"" + rule.id() + "\" is not permitted before "
                            + deadline.notBefore().map(Object::toString).orElse("any day") + ", and not "
                            + example.expected().notBefore().orElseThrow());
        }
    }

    private static String words(CourtDeadline.Outcome outcome) {
        return switch (outcome) {
            case CourtDeadline.Dated dated -> dated.due().prevailing().due().toString();
            case CourtDeadline.Waiting waiting -> "waiting for " + waiting.event();
            case CourtDeadline.Refused refused -> "no date (" + refused.why().message() + ")";
        };
    }

    private static String steps(CourtDeadline.Outcome outcome) {
        return outcome instanceof CourtDeadline.Dated dated
                ? ": " + String.join(" ", dated.due().prevailing().steps())
                : "";
    }
}
