package org.tickler.rules.docket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over a list of texts, in which no two different lists read alike. */
public final class Fingerprint {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private final byte[] hash;

    private Fingerprint(byte[] hash) {
        this.hash = hash;
    }

    public static Fingerprint of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return new Fingerprint(digest.digest());
    }

    /** Ten characters of lower-case base 32 (50 bits), without letters that are easily confused. */
    public String shortCode() {
        return code(10);
    }

    /** Twenty characters of lower-case base 32 (100 bits). */
    public String longCode() {
        return code(20);
    }

    /** All 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    private String code(int length) {
        StringBuilder code = new StringBuilder(length);
        int bits = 0;
        int held = 0;
        for (int at = 0; code.length() < length; ) {
            if (held < 5) {
                bits = bits << 8 | hash[at++] & 0xff;
                held += 8;
            }
            held -= 5;
            code.append(ALPHABET.charAt(bits >> held & 31));
            bits &= (1 << held) - 1;
        }
        return code.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
