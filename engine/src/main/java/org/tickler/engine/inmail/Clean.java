package org.tickler.engine.inmail;

/// Makes what others wrote fit for a column.
final class Clean {
    private Clean() {}

    /// One line of printable text, no longer than `most` characters.
    static String line(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return text(line.substring(0, Math.min(line.length(), most)));
    }

    /// Text without what no column takes: zeros, and halves of characters.
    static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                        ? 0xFFFD
                        : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
