package org.tickler.rules.lang;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.rules.deadline.FirmDeadline;

/** What only shows when all deadlines of all files are seen together. */
final class DeadlineChecks {
    private DeadlineChecks() {}

    static void check(List<Located<FirmDeadline>> deadlines, Problems problems) {
        Map<String, Span> seen = new HashMap<>();
        for (Located<FirmDeadline> deadline : deadlines) {
            Span first = seen.putIfAbsent(deadline.value().id(), deadline.at());
            if (first != null) {
                problems.error(
                        deadline.at(),
                        RuleProblem.DUPLICATE_ID,
                        "the deadline at " + first + " is called \""
                                + deadline.value().id() + "\" too; give one of them another id");
            }
        }
        deadlines.forEach(deadline -> cycle(deadline, deadlines, problems));
    }

    private static void cycle(Located<FirmDeadline> start, List<Located<FirmDeadline>> deadlines, Problems problems) {
        Deque<FirmDeadline> next = new ArrayDeque<>(List.of(start.value()));
        Set<String> reached = new HashSet<>();
        while (!next.isEmpty()) {
            FirmDeadline from = next.remove();
            for (Located<FirmDeadline> to : deadlines) {
                if (sets(from, to.value()) && reached.add(to.value().id())) {
                    next.add(to.value());
                }
            }
        }
        if (reached.contains(start.value().id())) {
            problems.error(
                    start.at(),
                    RuleProblem.DEADLINE_CYCLE,
                    "the deadline \"" + start.value().id() + "\" leads back to itself, because what it derives is "
                            + start.value().trigger() + " again"
                            + through(reached, start.value().id())
                            + "; give it another kind, or a narrower trigger");
        }
    }

    private static String through(Set<String> reached, String own) {
        List<String> others =
                reached.stream().filter(id -> !id.equals(own)).sorted().toList();
        return others.isEmpty() ? "" : " by way of " + String.join(", ", others);
    }

    /** Whether what {@code from} derives sets {@code to} going. Derived entries are of no event. */
    private static boolean sets(FirmDeadline from, FirmDeadline to) {
        return to.trigger().event().isEmpty()
                && to.trigger().kind().filter(from.product().kind()::equals).isPresent();
    }
}
