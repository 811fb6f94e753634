package org.tickler.daemon.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Lines of a stream as they come, each no longer than a bound, so that no input can fill the memory. */
final class InputLines {
    /** The longest line that is kept, in bytes. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final Runnable beforeWaiting;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;

    /** @param beforeWaiting what to do before a read that may wait: to let go of what is written so far */
    InputLines(InputStream in, Runnable beforeWaiting) {
        this.in = in;
        this.beforeWaiting = beforeWaiting;
    }

    /**
     * A line.
     *
     * @param number counted from 1
     * @param text empty where the line cannot be read
     * @param fault why it cannot; empty where it can
     */
    record Line(long number, String text, String fault) {}

    /** The next line, without its end; empty where the stream has ended. */
    Optional<Line> next() throws IOException {
        length = 0;
        boolean some = false;
        while (fill()) {
            some = true;
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            keep(from, at - from);
            if (at < end) {
                at++;
                break;
            }
        }
        number++;
        return some ? Optional.of(line()) : Optional.empty();
    }

    private boolean fill() throws IOException {
        if (at == end) {
            beforeWaiting.run();
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return end > 0;
    }

    /** Adds bytes to the line; of one that is too long only as many as tell so. */
    private void keep(int from, int count) {
        int kept = Math.min(count, LONGEST + 2 - length);
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST + 2, Math.max(2 * line.length, length + kept)));
        }
        System.arraycopy(buffer, from, line, length, kept);
        length += kept;
    }

    private Line line() {
        int bytes = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        if (bytes > LONGEST) {
            return new Line(number, "", "the line is longer than " + LONGEST + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, bytes))
                    .toString();
            return new Line(number, number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text, "");
        } catch (CharacterCodingException e) {
            return new Line(number, "", "the line is not UTF-8");
        }
    }
}
