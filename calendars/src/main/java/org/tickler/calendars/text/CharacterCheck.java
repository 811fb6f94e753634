package org.tickler.calendars.text;

import java.util.Locale;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Refuses characters that no file should have, before a parser meets them. */
public final class CharacterCheck {

    private static final int SHOWN = 10;

    private CharacterCheck() {}

    /** Whether every character may stand in YAML, as in any text of a home; adds an error for each of the first ten that may not. */
    public static boolean passes(String file, String text, Problems problems) {
        int line = 1;
        int column = 1;
        int bad = 0;
        for (int index = 0; index < text.length() && bad < SHOWN; ) {
            int character = text.codePointAt(index);
            if (!isAllowed(character)) {
                bad++;
                problems.error(new Span(file, line, column), TextProblem.CONTROL_CHARACTER, sentence(character));
            }
            index += Character.charCount(character);
            boolean breaksLine = character == '\n' || (character == '\r' && !text.startsWith("\n", index));
            line += breaksLine ? 1 : 0;
            column = breaksLine ? 1 : column + 1;
        }
        return bad == 0;
    }

    /**
     * Whether a scalar has only characters that can be stored and printed. Escapes such as {@code "\0"} make
     * others.
     */
    static boolean isClean(String value) {
        return value.codePoints().allMatch(character -> isAllowed(character) && character != 0xFFFE);
    }

    private static boolean isAllowed(int character) {
        return StreamReader.isPrintable(character) && !(character >= 0xD800 && character <= 0xDFFF);
    }

    private static String sentence(int character) {
        String what = character == 0 ? "a NUL character" : "the control character";
        return what + " U+" + String.format(Locale.ROOT, "%04X", character)
                + " cannot stand in a text file; delete it, or save the file as UTF-8 text";
    }
}
