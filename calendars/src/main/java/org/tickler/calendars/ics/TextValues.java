package org.tickler.calendars.ics;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of properties that hold words. */
final class TextValues {

    private TextValues() {}

    /** The text without its escapes; a backslash before anything that needs none is kept. */
    static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value.strip();
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            char next = i + 1 < value.length() ? value.charAt(i + 1) : ' ';
            if (c == '\\' && (next == 'n' || next == 'N')) {
                text.append('\n');
                i++;
            } else if (c == '\\' && (next == '\\' || next == ',' || next == ';')) {
                text.append(next);
                i++;
            } else {
                text.append(c);
            }
        }
        return text.toString().strip();
    }

    /** The texts between bare commas, without empty ones. */
    static List<String> list(String value) {
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i < value.length() && value.charAt(i) == '\\') {
                i++;
            } else if (i == value.length() || value.charAt(i) == ',') {
                String text = unescape(value.substring(start, i));
                if (!text.isEmpty()) {
                    texts.add(text);
                }
                start = i + 1;
            }
        }
        return texts;
    }

    /** The address, if it is an absolute one that the writer could write again. */
    static Optional<URI> url(String value) {
        try {
            URI uri = URI.create(value.strip());
            boolean fits = uri.isAbsolute() && uri.toASCIIString().length() <= IcsWords.LONGEST_URL;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
