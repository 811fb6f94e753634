package org.tickler.rules.remind;

import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;

/** Whom a rule names. */
public sealed interface Addressee {
    /** Whoever holds the role: in the matter's team, else firm-wide; all of them where it names several. */
    record Role(RoleName name) implements Addressee {}

    /** One person, by id. */
    record Named(PersonId id) implements Addressee {}

    /** The delegate of the person asked; nobody where there is none. */
    record DelegateOfAsked() implements Addressee {}

    /** The owner of the entry; where it has none, the lead attorney of its matter. */
    record Owner() implements Addressee {}
}
