package org.tickler.engine.store;

import java.util.Collection;

/** Collections as arrays that {@code = ANY(…)} takes. */
final class TextArray {
    private TextArray() {}

    /** The text form of each, such as an id's. */
    static String[] of(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
