package org.tickler.engine.store;

import java.util.Arrays;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

/** A {@link TimeSpan} as columns hold it: {@code 4 business hours}. */
final class SpanText {
    private SpanText() {}

    static TimeSpan read(String text) {
        int space = text.indexOf(' ');
        int count = Integer.parseInt(text.substring(0, Math.max(space, 0)));
        String words = text.substring(space + 1);
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.words(count).equals(words))
                .findFirst()
                .map(unit -> new TimeSpan(count, unit))
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a span such as 4 business hours in a stored row, but found: " + text));
    }
}
