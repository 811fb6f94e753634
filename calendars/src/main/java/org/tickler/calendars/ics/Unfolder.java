package org.tickler.calendars.ics;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Makes whole lines of the physical ones, still as octets, for some programs fold inside a character. LF and CRLF end a
 * line, a lone CR does not.
 */
final class Unfolder {

    /**
     * @param number of the first physical line
     * @param cut whether octets beyond the limit were dropped
     * @param readable whether it was UTF-8; otherwise what was not is shown as U+FFFD
     */
    record Line(int number, String text, boolean cut, boolean readable) {}

    private final IcsLimits limits;
    private final Consumer<Line> lines;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int pendingAt;
    private boolean cut;

    Unfolder(IcsLimits limits, Consumer<Line> lines) {
        this.limits = limits;
        this.lines = lines;
    }

    /** Hands on every line; throws RefusedValueException where there are too many. */
    void unfold(byte[] bytes, int from) {
        int number = 0;
        int start = from;
        while (start < bytes.length) {
            number++;
            if (number > limits.lines()) {
                throw new RefusedValueException(number, "expected at most " + limits.lines() + " lines, found more");
            }
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int stop = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
            physicalLine(number, bytes, start, stop);
            start = end + 1;
        }
        flush();
    }

    private void physicalLine(int number, byte[] bytes, int start, int stop) {
        boolean continues = stop > start && (bytes[start] == ' ' || bytes[start] == '\t') && pendingAt > 0;
        if (!continues) {
            flush();
            pendingAt = number;
        }
        int first = continues ? start + 1 : start;
        int kept = Math.min(stop - first, limits.lineOctets() - pending.size());
        cut |= kept < stop - first;
        pending.write(bytes, first, kept);
    }

    private void flush() {
        if (pending.size() > 0) {
            byte[] octets = pending.toByteArray();
            boolean whole = cut || isUtf8(octets);
            lines.accept(new Line(pendingAt, clean(octets), cut, whole));
        }
        pending.reset();
        cut = false;
    }

    private static boolean isUtf8(byte[] octets) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Control characters mean nothing in a calendar and much to a terminal, so they end here. */
    private static String clean(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.chars()
                .map(c -> c == '\t' || c == '\r' ? ' ' : c)
                .filter(c -> !Character.isISOControl(c))
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
