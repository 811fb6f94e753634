package org.tickler.calendars.text;

import java.util.Comparator;

/**
 * A place in a file. Ordered by file, line, column.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters (code points), a tab being one
 */
public record Span(String file, int line, int column) implements Comparable<Span> {

    private static final Comparator<Span> ORDER =
            Comparator.comparing(Span::file).thenComparingInt(Span::line).thenComparingInt(Span::column);

    public Span {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1, but were " + line + " and " + column);
        }
    }

    /** The first character of a file. */
    public static Span startOf(String file) {
        return new Span(file, 1, 1);
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
