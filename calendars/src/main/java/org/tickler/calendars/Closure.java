package org.tickler.calendars;

/**
 * A reason, other than the weekend, for which a court is closed on a day.
 *
 * @param name as people know the day, such as {@code Columbus Day} or {@code Independence Day (observed)}
 * @param authority the statute, order or notice that closes it
 */
public record Closure(String name, ClosureKind kind, String authority) implements CourtDay.Reason {

    public Closure {
        if (name.isBlank() || authority.isBlank()) {
            throw new IllegalArgumentException(
                    "a closure needs a name and an authority, but had \"" + name + "\" and \"" + authority + "\"");
        }
    }
}
