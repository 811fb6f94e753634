package org.tickler.rules.firm;

/** A way to reach a person. */
public enum Channel {
    EMAIL,
    SMS
}
