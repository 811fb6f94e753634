package org.tickler.rules.firm;

/** Who inside the firm may see a matter. */
public enum Confidentiality {
    /** Everyone of the staff who is not walled off. */
    FIRM,
    /** Only the people on its team who are not walled off. */
    TEAM
}
