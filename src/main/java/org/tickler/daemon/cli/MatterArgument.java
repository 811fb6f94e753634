package org.tickler.daemon.cli;

import org.tickler.daemon.Complaint;
import org.tickler.rules.firm.MatterId;

/** A matter as it is typed. */
final class MatterArgument {
    private MatterArgument() {}

    static MatterId read(String option, String typed) {
        try {
            return new MatterId(typed);
        } catch (IllegalArgumentException e) {
            throw Complaint.problems(option + ": " + e.getMessage());
        }
    }
}
