package org.tickler.rules.lang;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.remind.Match;

/** What only shows when all ladders of all files are seen together. */
final class LadderChecks {
    private LadderChecks() {}

    static void check(List<Located<Ladder>> ladders, Problems problems) {
        duplicates(ladders, problems);
        for (int one = 0; one < ladders.size(); one++) {
            for (int other = one + 1; other < ladders.size(); other++) {
                tie(ladders.get(one), ladders.get(other), problems);
            }
        }
    }

    private static void duplicates(List<Located<Ladder>> ladders, Problems problems) {
        Map<String, Span> seen = new HashMap<>();
        for (Located<Ladder> ladder : ladders) {
            Span first = seen.putIfAbsent(ladder.value().id(), ladder.at());
            if (first != null) {
                problems.error(
                        ladder.at(),
                        RuleProblem.DUPLICATE_ID,
                        "the ladder at " + first + " is called \""
                                + ladder.value().id() + "\" too; give one of them another id");
            }
        }
    }

    private static void tie(Located<Ladder> first, Located<Ladder> second, Problems problems) {
        Match one = first.value().match();
        Match other = second.value().match();
        if (!first.value().id().equals(second.value().id()) && areTied(one, other)) {
            problems.error(
                    second.at(),
                    RuleProblem.LADDER_TIE,
                    "the ladder \"" + second.value().id() + "\" and the ladder \""
                            + first.value().id() + "\" at " + first.at()
                            + " are for the same entries, and neither is more specific; take what both name out of one,"
                            + " or add to its for:, as in practice: commercial");
        }
    }

    /** Whether both may cover one entry, and neither is more specific. */
    static boolean areTied(Match one, Match other) {
        return one.weight() == other.weight()
                && meet(one.kinds(), other.kinds())
                && meet(one.events(), other.events())
                && meet(one.courts(), other.courts())
                && meet(one.practices(), other.practices())
                && meet(one.phases(), other.phases())
                && meet(one.matters(), other.matters());
    }

    private static boolean meet(Set<?> one, Set<?> other) {
        return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
    }
}
