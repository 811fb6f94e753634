package org.tickler.engine.dispatch.sms;

import java.util.Map;
import java.util.stream.Collectors;

/// How a text travels as SMS: in which alphabet, and in how many parts, each of which is paid for.
///
/// @param units septets of the GSM alphabet, or UTF-16 units; without what joins the parts
/// @param count how many parts; 0 for an empty text
public record Segments(Alphabet alphabet, int units, int count) {

    private static final int ESCAPED = 2;
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "^{}\\[~]|€\f";

    /// What word processors put in place of plain signs; one of them would more than halve the length of every part.
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201A, "'"),
            Map.entry(0x201B, "'"),
            Map.entry(0x2032, "'"),
            Map.entry((int) '`', "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x201E, "\""),
            Map.entry(0x201F, "\""),
            Map.entry(0x2033, "\""),
            Map.entry(0x00AB, "\""),
            Map.entry(0x00BB, "\""),
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2012, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2015, "-"),
            Map.entry(0x2212, "-"),
            Map.entry(0x2022, "-"),
            Map.entry(0x2026, "..."),
            Map.entry(0x00B7, "-"),
            Map.entry(0x00A0, " "),
            Map.entry(0x2002, " "),
            Map.entry(0x2003, " "),
            Map.entry(0x2007, " "),
            Map.entry(0x2009, " "),
            Map.entry(0x200A, " "),
            Map.entry(0x202F, " "),
            Map.entry((int) '\t', " "),
            Map.entry(0x00AD, ""),
            Map.entry(0x200B, ""),
            Map.entry(0x2060, ""),
            Map.entry(0xFEFF, ""));

    /// What the units are.
    public enum Alphabet {
        /// 160 septets in one part, 153 in each of several.
        GSM_7(160, 153),
        /// 70 units in one part, 67 in each of several.
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Alphabet(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }
    }

    /// How `text` travels as it stands. A sign of two units is never split between parts.
    public static Segments of(String text) {
        Alphabet alphabet = text.codePoints().allMatch(Segments::isGsm) ? Alphabet.GSM_7 : Alphabet.UCS_2;
        int[] widths = text.codePoints()
                .map(sign -> alphabet == Alphabet.GSM_7 ? septets(sign) : Character.charCount(sign))
                .toArray();
        int units = 0;
        int parts = widths.length == 0 ? 0 : 1;
        int room = alphabet.joined;
        for (int width : widths) {
            units += width;
            if (width > room) {
                parts++;
                room = alphabet.joined;
            }
            room -= width;
        }
        return new Segments(alphabet, units, units <= alphabet.alone ? Math.min(parts, 1) : parts);
    }

    /// The text with curly quotes, long dashes, ellipses and odd spaces made plain, so that it fits the GSM
    /// alphabet where it can. Letters are left alone: a name is never spelt otherwise.
    public static String plain(String text) {
        return text.codePoints()
                .mapToObj(sign -> PLAIN.getOrDefault(sign, Character.toString(sign)))
                .collect(Collectors.joining());
    }

    private static boolean isGsm(int sign) {
        return BASIC.indexOf(sign) >= 0 || EXTENSION.indexOf(sign) >= 0;
    }

    private static int septets(int sign) {
        return EXTENSION.indexOf(sign) >= 0 ? ESCAPED : 1;
    }
}
