package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Problems;
import org.tickler.rules.count.Laws;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.pack.PackProblem;

/** Runs the worked examples of limitation rules. */
public final class LimitationCheck {
    private final LimitationCounter counter;

    public LimitationCheck(Laws laws, CalendarBook calendars) {
        this.counter = new LimitationCounter(new PeriodCounter(laws, calendars));
    }

    /** Records every example of {@code rule} that comes out otherwise, and every one of a year for which its calendar does not vouch. */
    public void check(LimitationRule rule, Problems problems) {
        CalendarId court = rule.courts().getFirst();
        for (LimitationRule.Example example : rule.examples()) {
            Limitation found = counter.count(rule, claim(rule, example), court);
            compare(rule, example, found.untolled(), example.due(), "without tolling", problems);
            example.tolled().ifPresent(day -> compare(rule, example, found.tolled(), day, "with tolling", problems));
        }
    }

    private static Claim claim(LimitationRule rule, LimitationRule.Example example) {
        return new Claim(
                "example",
                rule.claim(),
                "the defendant",
                Claim.Accrual.on(example.accrued()),
                example.born(),
                example.reposeFrom(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static void compare(
            LimitationRule rule,
            LimitationRule.Example example,
            LastDay found,
            LocalDate wanted,
            String how,
            Problems problems) {
        if (!found.day().equals(wanted)) {
            problems.error(
                    example.at(),
                    PackProblem.WRONG_EXAMPLE,
                    "the limitation \"" + rule.id() + "\" ends " + how + " on " + found.day() + " from "
                            + example.accrued() + ", and not on " + wanted + ": " + String.join(" ", found.steps()));
        }
    }
}
