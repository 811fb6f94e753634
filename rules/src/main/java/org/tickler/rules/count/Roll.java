package org.tickler.rules.count;

/** Where a period goes that ends on a closed day. */
public enum Roll {
    /** On to the next open day. */
    ON,
    /** Back to the last open day. */
    BACK,
    /** Nowhere. */
    NONE
}
