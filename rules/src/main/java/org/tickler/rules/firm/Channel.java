package org.tickler.rules.firm;

/** A way to reach a person. */
public enum Channel {
    EMAIL(25),
    SMS(4);

    private final int fold;

    Channel(int fold) {
        this.fold = fold;
    }

    /** How many reminders one message carries at most. */
    public int fold() {
        return fold;
    }
}
