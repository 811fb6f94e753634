package org.tickler.rules.count;

import java.util.Locale;

/**
 * A period as a rule states it, without days added for service: {@code 21 days after}.
 *
 * @param count 0 to 9999; 0 is the trigger's own day
 */
public record Period(int count, PeriodUnit unit, Direction direction) {
    private static final int MOST = 9999;

    public Period {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("a period is 0 to " + MOST + " " + unit.words(2) + ", but was " + count);
        }
    }

    /** {@code 21 days}. */
    public String length() {
        return count + " " + unit.words(count);
    }

    @Override
    public String toString() {
        return length() + " " + direction.name().toLowerCase(Locale.ROOT);
    }
}
