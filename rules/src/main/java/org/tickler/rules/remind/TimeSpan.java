package org.tickler.rules.remind;

/** A length of time as rules say it: {@code 4 business hours}. Zero is allowed, less is not. */
public record TimeSpan(int count, Unit unit) {
    public TimeSpan {
        if (count < 0) {
            throw new IllegalArgumentException("a span is 0 or more " + unit.words(2) + ", but was: " + count);
        }
    }

    @Override
    public String toString() {
        return count + " " + unit.words(count);
    }
}
