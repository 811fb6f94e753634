package org.tickler.engine.store;

import java.util.regex.Pattern;

/**
 * A file that is kept as a receipt, under its hash.
 *
 * @param sha256 of its bytes, in 64 lower-case hexadecimal digits
 * @param name of the file as it was given, without folders; printable, 1 to 200 characters
 * @param size in bytes
 */
public record KeptReceipt(String sha256, String name, long size) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_NAME = 200;

    public KeptReceipt {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits, but was: " + sha256);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a receipt's name has 1 to " + LONGEST_NAME + " printable characters");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size is 0 or more, but was: " + size);
        }
    }
}
