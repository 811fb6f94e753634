package org.tickler.daemon.cli;

import org.tickler.daemon.Complaint;
import org.tickler.rules.firm.PersonId;

/** A person's id as it is typed. */
final class PersonArgument {
    private PersonArgument() {}

    /** @throws Complaint if it can be nobody's */
    static PersonId read(String option, String typed) {
        try {
            return new PersonId(typed);
        } catch (IllegalArgumentException e) {
            throw Complaint.problems(option + ": " + e.getMessage());
        }
    }
}
