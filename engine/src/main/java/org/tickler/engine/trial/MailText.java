package org.tickler.engine.trial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads UTF-8 text out of the encodings of mail. It reads what senders write, and is no full MIME reader. */
final class MailText {
    private static final Pattern WORD =
            Pattern.compile("=\\?utf-8\\?([bq])\\?([^?]*)\\?=(\\s+(?==\\?))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\r\n]+)\"?", Pattern.CASE_INSENSITIVE);

    private MailText() {}

    /** A header's value with its encoded words read. */
    static String words(String value) {
        return WORD.matcher(value)
                .replaceAll(word -> Matcher.quoteReplacement(
                        word.group(1).equalsIgnoreCase("b")
                                ? base64(word.group(2))
                                : quotedPrintable(word.group(2).replace('_', ' '))));
    }

    /** The first part of a type in a message or in one of its parts; empty where there is none. */
    static String part(String source, String type) {
        return part(source, head -> head.contains("content-type: " + type) && !head.contains("filename="));
    }

    /** What is attached under a file's name; empty where nothing is. */
    static String attached(String source, String name) {
        return part(source, head -> head.contains("filename=\"" + name.toLowerCase(Locale.ROOT) + "\""));
    }

    private static String part(String source, Predicate<String> wanted) {
        int split = source.indexOf("\r\n\r\n");
        if (split < 0) {
            return "";
        }
        String head = source.substring(0, split);
        String body = source.substring(split + 4);
        Matcher boundary = BOUNDARY.matcher(head);
        if (boundary.find()) {
            for (String piece : body.split(Pattern.quote("--" + boundary.group(1)))) {
                String found = part(piece.stripLeading(), wanted);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        String low = head.toLowerCase(Locale.ROOT);
        return wanted.test(low) ? decoded(low, body) : "";
    }

    private static String decoded(String head, String body) {
        if (head.contains("content-transfer-encoding: base64")) {
            return base64(body);
        }
        if (head.contains("content-transfer-encoding: quoted-printable")) {
            return quotedPrintable(body.replace("=\r\n", ""));
        }
        return utf8(body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String base64(String text) {
        return utf8(Base64.getMimeDecoder().decode(text));
    }

    private static String quotedPrintable(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '=' && at + 2 < text.length()) {
                bytes.write(HexFormat.fromHexDigits(text, at + 1, at + 3));
                at += 2;
            } else {
                bytes.write(next);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
