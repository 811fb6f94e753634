package org.tickler.rules.firm;

import java.time.LocalDate;

/** Whether a person may see a matter, and why. The one function that guards messages, digests, feeds, pages and commands. */
public sealed interface Sight {
    /** May see it, because of {@code why}. */
    record Allowed(String why) implements Sight {}

    /** May not, because of {@code why}. */
    record Refused(String why) implements Sight {}

    /**
     * Whether {@code person} may see {@code matter} on {@code day}. A wall stands above every role; someone who has left
     * sees nothing; staff see what is open to the firm; everyone else, and everyone on a confidential matter, must be on
     * its team that day.
     */
    static Sight sees(Person person, Matter matter, LocalDate day) {
        if (matter.walledOff().contains(person.id())) {
            return new Refused(person.id() + " is walled off from " + matter.id());
        }
        if (person.goneOn(day)) {
            return new Refused(person.id() + " has left");
        }
        if (matter.hasOnTeam(person.id(), day)) {
            return new Allowed("on the team");
        }
        if (person.kind() != PersonKind.STAFF) {
            return new Refused(person.id() + " is not staff and not on the team of " + matter.id());
        }
        return switch (matter.confidentiality()) {
            case FIRM -> new Allowed("staff");
            case TEAM -> new Refused(matter.id() + " is open to its team only");
        };
    }

    /** The answer as a yes or no, for filters. */
    default boolean allowed() {
        return this instanceof Allowed;
    }
}
