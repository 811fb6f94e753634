package org.tickler.calendars.ics;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A strict reading of the bytes of a feed, by code that shares nothing with the writer: one event in disorder makes
 * some calendar programs drop the whole feed, so it is looked through before it is served.
 */
public final class IcsCheck {

    /** No more violations than these are reported; one is enough not to serve the bytes. */
    public static final int MOST_VIOLATIONS = 100;

    private final byte[] bytes;
    private final List<IcsViolation> violations = new ArrayList<>();
    private final CheckedComponents components = new CheckedComponents(this::report);
    // not ISO 8859-1 or the like: an octet that is not UTF-8 has to be noticed
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final StringBuilder unfolded = new StringBuilder();
    private int unfoldedAt = 1;

    private IcsCheck(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * What is wrong, in the order of lines; empty where the bytes may be served: lines of at most 75 octets that end in
     * CRLF, each of them valid UTF-8 without control characters; one calendar, all that begins ended in order; every
     * event with one UID, DTSTAMP and DTSTART, an end after its start, and no UID twice.
     */
    public static List<IcsViolation> check(byte[] bytes) {
        IcsCheck check = new IcsCheck(bytes);
        check.lines();
        return List.copyOf(check.violations);
    }

    private void lines() {
        int line = 0;
        int start = 0;
        while (start < bytes.length && violations.size() < MOST_VIOLATIONS) {
            line++;
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            boolean ended = end < bytes.length && end > start && bytes[end - 1] == '\r';
            if (!ended) {
                report(line, "the line does not end in CRLF");
            }
            physicalLine(line, start, ended ? end - 1 : end);
            start = end + 1;
        }
        if (!unfolded.isEmpty()) {
            components.contentLine(unfoldedAt, unfolded.toString());
        }
        components.end(line);
    }

    private void physicalLine(int line, int start, int end) {
        if (end - start > 75) {
            report(line, "the line has " + (end - start) + " octets; at most 75 are allowed");
        }
        for (int i = start; i < end; i++) {
            if ((bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') || bytes[i] == 0x7F) {
                report(line, "control character " + bytes[i] + " at octet " + (i - start + 1));
                break;
            }
        }
        String text = decode(line, start, end);
        if (!text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(0) == '\t')) {
            unfolded.append(text, 1, text.length());
            return;
        }
        if (line > 1) {
            components.contentLine(unfoldedAt, unfolded.toString());
        }
        unfolded.setLength(0);
        unfolded.append(text);
        unfoldedAt = line;
    }

    private String decode(int line, int start, int end) {
        try {
            return utf8.decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
        } catch (CharacterCodingException e) {
            report(line, "the line is not valid UTF-8 by itself; perhaps it is folded inside a character");
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }
    }

    private void report(int line, String reason) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(new IcsViolation(line, reason));
        }
    }
}
