package org.tickler.engine.dispatch.mail;

import java.nio.charset.StandardCharsets;

/** Text as RFC 2045, 6.7 puts it on the wire. */
final class QuotedPrintable {
    private static final int LONGEST = 76;
    private static final String HEX = "0123456789ABCDEF";

    private QuotedPrintable() {}

    /**
     * The text in UTF-8: lines of at most 76 characters of ASCII, each ended by CRLF, also the last one. No character is
     * split between two lines, and half a surrogate pair becomes a question mark.
     */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() * 5 / 4);
        text.lines().forEach(line -> encode(line, encoded));
        return encoded.toString();
    }

    private static void encode(String line, StringBuilder encoded) {
        int began = encoded.length();
        for (int at = 0; at < line.length(); ) {
            int sign = line.codePointAt(at);
            at += Character.charCount(sign);
            boolean last = at == line.length();
            boolean plain = sign > ' ' && sign < 0x7F && sign != '=' || (sign == ' ' || sign == '\t') && !last;
            String octets = plain ? "" : octets(sign);
            int width = plain ? 1 : octets.length();
            // The last sign of a line may stand where else the sign of a soft break would.
            if (encoded.length() - began + width > (last ? LONGEST : LONGEST - 1)) {
                encoded.append("=\r\n");
                began = encoded.length();
            }
            if (plain) {
                encoded.append((char) sign);
            } else {
                encoded.append(octets);
            }
        }
        encoded.append("\r\n");
    }

    private static String octets(int sign) {
        StringBuilder octets = new StringBuilder(12);
        for (byte octet : Character.toString(sign).getBytes(StandardCharsets.UTF_8)) {
            octets.append('=').append(HEX.charAt(octet >> 4 & 0xF)).append(HEX.charAt(octet & 0xF));
        }
        return octets.toString();
    }
}
