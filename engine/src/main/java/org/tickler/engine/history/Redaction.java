package org.tickler.engine.history;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Leaves out what opens doors: tokens of answer pages, of feeds and of the API, wherever somebody may have written one. */
final class Redaction {
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])"
            + "(?:[0-9a-z]{20}[A-Za-z0-9_-]{32}|(?=[A-Za-z0-9_-]*[A-Z])(?=[A-Za-z0-9_-]*[a-z])(?=[A-Za-z0-9_-]*[0-9])"
            + "(?:tk_)?[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])");

    private Redaction() {}

    /** Whether a text has something that is left out. */
    static boolean touches(String text) {
        return TOKEN.matcher(text).find();
    }

    /**
     * A file without its tokens; empty where it has none, or is no text: what is in other files is not known. Of a text nobody
     * knows in which encoding it is, so it is read in one that has a character for every byte: tokens look the same in all.
     */
    static Optional<byte[]> ofFile(byte[] bytes) {
        String read = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean text = read.chars().allMatch(one -> one >= ' ' || "\t\n\f\r".indexOf(one) >= 0);
        return text && touches(read) ? Optional.of(of(read).getBytes(StandardCharsets.ISO_8859_1)) : Optional.empty();
    }

    static String of(String text) {
        return TOKEN.matcher(text).replaceAll("(token left out)");
    }
}
