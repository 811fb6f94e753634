package org.tickler.rules.count;

/** Which way a period runs from its trigger. */
public enum Direction {
    AFTER(1),
    BEFORE(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** 1 after, -1 before. */
    int sign() {
        return sign;
    }
}
