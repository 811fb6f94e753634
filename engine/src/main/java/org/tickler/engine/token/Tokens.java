package org.tickler.engine.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Tokens and their hashes. A token has 256 random bits, so one fast hash keeps it.
public final class Tokens {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    private Tokens() {}

    /// 43 letters, digits, hyphens and underscores that nobody can guess.
    public static String fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whether a text has the form of one.
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /// The SHA-256.
    public static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The SHA-256 of a token, by which it is kept.
    public static byte[] hash(String token) {
        return hash(token.getBytes(StandardCharsets.US_ASCII));
    }

    /// In hexadecimal digits.
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
