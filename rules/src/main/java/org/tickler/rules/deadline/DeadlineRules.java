package org.tickler.rules.deadline;

import java.util.List;
import org.tickler.rules.check.Checks;
import org.tickler.rules.limitation.LimitationRule;

/**
 * The rules by which deadlines are derived.
 *
 * @param firm the firm's own
 * @param law the courts'
 * @param limitations how long claims may be sued on
 * @param checks which of the courts' wait for a second person
 */
public record DeadlineRules(List<FirmDeadline> firm, CourtLaw law, List<LimitationRule> limitations, Checks checks) {
    public DeadlineRules {
        firm = List.copyOf(firm);
        limitations = List.copyOf(limitations);
    }
}
