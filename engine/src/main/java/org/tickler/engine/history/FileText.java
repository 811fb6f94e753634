package org.tickler.engine.history;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file as far as it can be read as text.
 *
 * @param charset in which it is read, and can be written again byte by byte
 * @param text all of it
 */
record FileText(Charset charset, String text) {
    private static final String ENCODING = "(?im)^[> \\t]*content-transfer-encoding:\\s*\"?";
    private static final Pattern QUOTED_PRINTABLE = Pattern.compile(ENCODING + "quoted-printable");
    private static final Pattern BASE64 = Pattern.compile(ENCODING + "base64");
    private static final Pattern ESCAPE = Pattern.compile("=(?:[ \\t]*\\r?\\n|([0-9A-Fa-f]{2}))");

    /**
     * The text of a file; empty where it is none. Without a mark in front nobody knows in which encoding it is, so it is read in
     * one that has a character for every byte: ids and tokens look the same in all.
     */
    static Optional<FileText> of(byte[] bytes) {
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        boolean plain = text.chars().allMatch(one -> one >= ' ' || "\t\n\f\r".indexOf(one) >= 0);
        return plain ? Optional.of(new FileText(charset, text)) : Optional.empty();
    }

    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (mark) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.ISO_8859_1;
        };
    }

    /** The file with another text. */
    byte[] bytes(String other) {
        return other.getBytes(charset);
    }

    /** Whether it has a part that says it is in base64, whose words do not stand there to be read. */
    boolean hasBase64() {
        return BASE64.matcher(text).find();
    }

    boolean hasQuotedPrintable() {
        return QUOTED_PRINTABLE.matcher(text).find();
    }

    /** All ways to read its words: as it stands, also as UTF-8, and with lines and letters as quoted-printable means them. */
    List<String> readings() {
        List<String> readings = new ArrayList<>(List.of(text));
        if (hasQuotedPrintable()) {
            readings.add(Meant.of(text).text());
        }
        if (charset.equals(StandardCharsets.ISO_8859_1)) {
            List.copyOf(readings)
                    .forEach(one -> readings.add(new String(one.getBytes(charset), StandardCharsets.UTF_8)));
        }
        return readings;
    }

    /**
     * What quoted-printable means, and where each of its characters stands.
     *
     * @param starts by character, where it begins in the text as it stands; one more for the end
     */
    record Meant(String text, List<Integer> starts) {
        static Meant of(String standing) {
            StringBuilder meant = new StringBuilder();
            List<Integer> starts = new ArrayList<>();
            var escape = ESCAPE.matcher(standing);
            int at = 0;
            while (at < standing.length()) {
                if (standing.charAt(at) != '='
                        || !escape.region(at, standing.length()).lookingAt()) {
                    meant.append(standing.charAt(at));
                    starts.add(at++);
                    continue;
                }
                if (escape.group(1) != null) {
                    meant.append((char) Integer.parseInt(escape.group(1), 16));
                    starts.add(at);
                }
                at = escape.end();
            }
            starts.add(standing.length());
            return new Meant(meant.toString(), starts);
        }
    }
}
