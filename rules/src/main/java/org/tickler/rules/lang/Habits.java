package org.tickler.rules.lang;

import java.util.stream.Stream;

/** What the house does beside reminding of single entries, as its rule files state it, in the order of the files. */
public record Habits() {
    /** None at all. */
    public static final Habits NONE = new Habits();

    /** Each of them in a form that can be compared: two that are alike do the same. */
    Stream<String> canonical() {
        return Stream.of();
    }
}
