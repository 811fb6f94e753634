package org.tickler.rules.firm;

/** How a person wants what needs no answer. */
public enum Wants {
    /** Every reminder by itself. */
    EACH,
    /** Folded into the morning sheet where no answer is wanted. */
    DIGEST,
    /** Every reminder by itself, and neither a morning nor a weekly sheet. */
    NO_SHEETS
}
