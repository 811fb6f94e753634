package org.tickler.engine.answer;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What shows that a thing was done, in words, as a file, or both.
 *
 * @param text such as {@code ECF 34}; at most {@value #LONGEST_TEXT} characters
 */
public record Proof(Optional<String> text, Optional<File> file) {
    /** How long a receipt in words may be. */
    public static final int LONGEST_TEXT = 4_000;

    /** How many bytes a receipt's file may have. */
    public static final int LONGEST_FILE = 20 * 1024 * 1024;

    public Proof {
        text = text.map(String::strip).filter(words -> !words.isEmpty());
        if (text.isEmpty() && file.isEmpty()) {
            throw new IllegalArgumentException("a receipt is words, a file, or both, but was neither");
        }
        if (text.filter(words -> words.length() > LONGEST_TEXT).isPresent()) {
            throw new IllegalArgumentException("a receipt in words has at most " + LONGEST_TEXT + " characters");
        }
    }

    /** A receipt of these, where there is either; words are cut to what can be kept. */
    public static Optional<Proof> of(String text, Optional<File> file) {
        String words = text.strip();
        return words.isEmpty() && file.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proof(Optional.of(words.substring(0, Math.min(words.length(), LONGEST_TEXT))), file));
    }

    /** A file, and what its sender called it. */
    public record File(String name, ByteBuffer bytes) {
        /** IllegalArgumentException where it is empty or longer than can be kept. */
        public File {
            bytes = bytes.asReadOnlyBuffer();
            if (!bytes.hasRemaining() || bytes.remaining() > LONGEST_FILE) {
                throw new IllegalArgumentException(
                        "a receipt's file has 1 byte to 20 MB, but " + name + " has " + bytes.remaining() + " bytes");
            }
        }
    }
}
