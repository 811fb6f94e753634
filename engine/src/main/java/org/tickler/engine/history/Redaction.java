package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.engine.store.Json;

/** Leaves out what opens doors: tokens of answer pages, of feeds and of the API, wherever somebody may have written one. */
final class Redaction {
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_-])"
            + "(?:[0-9a-z]{20}[A-Za-z0-9_-]{32}|(?=[A-Za-z0-9_-]*[A-Z])(?=[A-Za-z0-9_-]*[a-z])(?=[A-Za-z0-9_-]*[0-9])"
            + "(?:tk_)?[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])");

    private static final String LEFT_OUT = "(token left out)";

    private Redaction() {}

    /** Whether a text has something that is left out. */
    static boolean touches(String text) {
        return TOKEN.matcher(text).find();
    }

    /**
     * A copy of a file.
     *
     * @param less whether tokens are left out of it
     * @param unread whether it is a mail with parts in base64, into which nobody looked
     */
    @SuppressWarnings("ArrayRecordComponent") // read once and written once; never compared
    record Copy(byte[] bytes, boolean less, boolean unread) {
        /** For the name of the copy, with a hyphen behind; empty where there is nothing to say. */
        String mark() {
            return (less ? "TOKENS-LEFT-OUT-" : "") + (unread ? "NOT-ALL-READ-" : "");
        }
    }

    /** A file without its tokens where it is text, quoted-printable too; as it is where it is none: nobody knows what is in it. */
    static Copy ofFile(byte[] bytes) {
        return FileText.of(bytes)
                .map(file -> {
                    String safe = of(file.text());
                    String safer = file.hasQuotedPrintable() ? ofQuotedPrintable(safe) : safe;
                    boolean less = !safer.equals(file.text());
                    return new Copy(less ? file.bytes(safer) : bytes, less, file.hasBase64());
                })
                .orElseGet(() -> new Copy(bytes, false, false));
    }

    /** Finds tokens also where a line is broken within one, or a letter of it is written by its number. */
    private static String ofQuotedPrintable(String text) {
        FileText.Meant meant = FileText.Meant.of(text);
        StringBuilder safe = new StringBuilder();
        int done = 0;
        Matcher token = TOKEN.matcher(meant.text());
        while (token.find()) {
            safe.append(text, done, meant.starts().get(token.start())).append(LEFT_OUT);
            done = meant.starts().get(token.end());
        }
        return safe.append(text, done, text.length()).toString();
    }

    static String of(String text) {
        return TOKEN.matcher(text).replaceAll(LEFT_OUT);
    }

    /**
     * The same JSON without the tokens of its texts and keys. They are looked for before it is written: there a line break is
     * a letter behind a backslash, and a token behind it would not be known any more by where it begins.
     */
    static JsonNode of(JsonNode tree) {
        return Json.mapped(tree, Redaction::of);
    }
}
