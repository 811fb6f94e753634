package org.tickler.engine.docket;

import java.time.LocalDate;
import java.util.Optional;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;

/** What a person does about a person: somebody is away, or gone, or hands matters on. */
public sealed interface PersonAct {
    /** Whom it is about. */
    PersonId person();

    /**
     * Away on these days.
     *
     * @param delegate who stands in from now on; empty: whoever does already
     */
    record Away(PersonId person, Leave days, Optional<PersonId> delegate) implements PersonAct {}

    /**
     * Not away after all: days that have passed stay as they are.
     *
     * @param days of which leave; empty: of all that has not passed
     */
    record Back(PersonId person, Optional<Leave> days) implements PersonAct {}

    /** Gone, from {@code day} on. */
    record Gone(PersonId person, LocalDate day) implements PersonAct {}

    /** Not gone after all. What ended with the leaving, such as feeds, stays ended. */
    record Stays(PersonId person) implements PersonAct {}

    /**
     * Hands on what {@code person} holds. Who held it until then is kept.
     *
     * @param matter empty: all matters
     * @param role empty: every role, and the entries that the person owns
     * @param day the first day of {@code to}
     */
    record Reassign(PersonId person, PersonId to, Optional<MatterId> matter, Optional<RoleName> role, LocalDate day)
            implements PersonAct {}
}
