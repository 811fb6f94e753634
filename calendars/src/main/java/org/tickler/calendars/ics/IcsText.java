package org.tickler.calendars.ics;

/** Puts any text into a content line: cleaned, cut to a length and escaped, so that it can be nothing but text. */
final class IcsText {

    private static final boolean[] PLAIN = plain();
    private static final char ELLIPSIS = '…';
    private static final int REPLACEMENT = 0xFFFD;

    private IcsText() {}

    /**
     * Appends at most {@code cap} characters of the text, the last of them an ellipsis where more had to be cut off.
     * CR, LF and CRLF and Unicode's own line ends become the escape for a new line, a tab becomes a space; other
     * control characters and those that turn the direction of writing around are dropped; lone surrogates become
     * U+FFFD.
     */
    static void append(FoldedBytes out, String text, int cap) {
        boolean cut = text.length() > cap;
        int end = cut ? cap - 1 : text.length();
        if (cut && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        int next = 0;
        while (next < end) {
            int stop = next;
            while (stop < end && text.charAt(stop) < 128 && PLAIN[text.charAt(stop)]) {
                stop++;
            }
            if (stop > next) {
                out.ascii(text, next, stop);
            }
            next = stop < end ? special(out, text, stop, end) : stop;
        }
        if (cut) {
            out.codePoint(ELLIPSIS);
        }
    }

    /** Appends what stands at {@code at} and is not plain; returns where to go on. */
    private static int special(FoldedBytes out, String text, int at, int end) {
        char c = text.charAt(at);
        int next = at + 1;
        switch (c) {
            case '\\', ';', ',' -> out.pair('\\', c);
            case '\r' -> {
                out.pair('\\', 'n');
                next += next < end && text.charAt(next) == '\n' ? 1 : 0;
            }
            case '\n', 0x85, 0x2028, 0x2029 -> out.pair('\\', 'n');
            case '\t' -> out.codePoint(' ');
            default -> {
                if (Character.isHighSurrogate(c) && next < end && Character.isLowSurrogate(text.charAt(next))) {
                    out.codePoint(Character.toCodePoint(c, text.charAt(next)));
                    next++;
                } else if (Character.isSurrogate(c)) {
                    out.codePoint(REPLACEMENT);
                } else if (!isDropped(c)) {
                    out.codePoint(c);
                }
            }
        }
        return next;
    }

    private static boolean isDropped(char c) {
        // U+202A..E and U+2066..9 turn writing around: a title could show another date than it holds
        boolean turnsAround = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return turnsAround || Character.isISOControl(c) || c == 0xFEFF || c >= 0xFFFE;
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        for (char c = ' '; c < 0x7F; c++) {
            plain[c] = c != '\\' && c != ';' && c != ',';
        }
        return plain;
    }
}
