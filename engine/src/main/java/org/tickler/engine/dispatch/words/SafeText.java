package org.tickler.engine.dispatch.words;

/** Text from outside, made safe to stand in one line of a message. */
public final class SafeText {
    private static final int REPLACEMENT = 0xFFFD;

    private SafeText() {}

    /**
     * One line of at most {@code most} characters: control characters and line breaks become spaces, marks that turn the
     * direction of writing are dropped, halves of a character become U+FFFD, and what is too long ends in an ellipsis.
     */
    public static String line(String text, int most) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(most * 4L).forEach(sign -> {
            if (Character.isISOControl(sign) || Character.isWhitespace(sign)) {
                line.append(' ');
            } else if (sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE) {
                line.appendCodePoint(REPLACEMENT);
            } else if (Character.getType(sign) != Character.FORMAT) {
                line.appendCodePoint(sign);
            }
        });
        String squeezed = line.toString().strip().replaceAll(" {2,}", " ");
        if (squeezed.codePointCount(0, squeezed.length()) <= most) {
            return squeezed;
        }
        return squeezed.substring(0, squeezed.offsetByCodePoints(0, most - 1)) + "…";
    }
}
