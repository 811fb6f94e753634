package org.tickler.engine.trial;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A message as it came over the wire.
 *
 * @param from the sender that the envelope named
 * @param to the recipients that the envelope named
 * @param source headers and body, a character for each byte
 */
public record ReceivedMail(String from, List<String> to, String source) {
    public ReceivedMail {
        to = List.copyOf(to);
    }

    /** The first header of that name, unfolded, words of RFC 2047 decoded; empty where it has none. */
    public Optional<String> header(String name) {
        List<String> all = headers(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** Every header of that name, in order. */
    public List<String> headers(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head(source)
                .replaceAll("\r\n[ \t]+", " ")
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> MailText.words(line.substring(start.length()).strip()))
                .toList();
    }

    /** The plain text that a reader sees; empty where it has none. */
    public String text() {
        return MailText.part(source, "text/plain");
    }

    /** The HTML that a reader sees; empty where it has none. */
    public String html() {
        return MailText.part(source, "text/html");
    }

    /** The text of what is attached under a file's name; empty where nothing is. */
    public String attached(String name) {
        return MailText.attached(source, name);
    }

    private static String head(String source) {
        int end = source.indexOf("\r\n\r\n");
        return end < 0 ? source : source.substring(0, end);
    }
}
