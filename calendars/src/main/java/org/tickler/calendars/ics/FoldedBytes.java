package org.tickler.calendars.ics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing row of content lines that folds itself: no line exceeds 75 octets, and what is put in one call is never
 * torn apart, except {@link #ascii}. Not for use by several threads.
 */
final class FoldedBytes {

    static final int LONGEST_LINE = 75;
    private static final int FOLD = 3;

    private byte[] bytes;
    private int size;
    private int column;

    FoldedBytes(int capacity) {
        bytes = new byte[Math.max(capacity, 256)];
    }

    /** Whole lines without need of folding, each ending in CRLF, or the beginning of one. */
    void fixed(byte[] lines, int columnAfter) {
        ensure(lines.length);
        System.arraycopy(lines, 0, bytes, size, lines.length);
        size += lines.length;
        column = columnAfter;
    }

    /** Characters from (inclusive) to (exclusive), all of them printable ASCII; folded wherever the line is full. */
    void ascii(String text, int from, int to) {
        int length = to - from;
        ensure(length + FOLD * (length / (LONGEST_LINE - 1) + 1));
        int next = from;
        while (next < to) {
            if (column == LONGEST_LINE) {
                fold();
            }
            int stop = Math.min(to, next + LONGEST_LINE - column);
            byte[] into = bytes;
            int at = size;
            for (int i = next; i < stop; i++) {
                into[at++] = (byte) text.charAt(i);
            }
            column += stop - next;
            size = at;
            next = stop;
        }
    }

    /** Two octets that stay together, such as an escape. */
    void pair(char first, char second) {
        ensure(FOLD + 2);
        stayTogether(2);
        bytes[size++] = (byte) first;
        bytes[size++] = (byte) second;
    }

    /** One code point in UTF-8, never torn apart. Surrogates are the caller's to replace. */
    void codePoint(int codePoint) {
        ensure(FOLD + 4);
        if (codePoint < 0x80) {
            stayTogether(1);
            bytes[size++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            stayTogether(2);
            bytes[size++] = (byte) (0xC0 | (codePoint >> 6));
            tail(codePoint, 0);
        } else if (codePoint < 0x10000) {
            stayTogether(3);
            bytes[size++] = (byte) (0xE0 | (codePoint >> 12));
            tail(codePoint, 6);
        } else {
            stayTogether(4);
            bytes[size++] = (byte) (0xF0 | (codePoint >> 18));
            tail(codePoint, 12);
        }
    }

    /** The number in exactly so many digits. */
    void digits(int number, int width) {
        ensure(FOLD + width);
        stayTogether(width);
        int rest = number;
        for (int i = width - 1; i >= 0; i--) {
            bytes[size + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += width;
    }

    void endLine() {
        ensure(2);
        bytes[size++] = '\r';
        bytes[size++] = '\n';
        column = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    static byte[] of(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private void tail(int codePoint, int firstShift) {
        for (int shift = firstShift; shift >= 0; shift -= 6) {
            bytes[size++] = (byte) (0x80 | ((codePoint >> shift) & 0x3F));
        }
    }

    private void stayTogether(int octets) {
        if (column + octets > LONGEST_LINE) {
            fold();
        }
        column += octets;
    }

    private void fold() {
        bytes[size++] = '\r';
        bytes[size++] = '\n';
        bytes[size++] = ' ';
        column = 1;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
