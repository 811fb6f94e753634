package org.tickler.engine.inmail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.engine.store.InboundStore;

/// Makes a mail what is kept of it.
final class MailKeeping {
    private static final int LONGEST_FIELD = 4_000;
    private static final List<String> HEADERS = List.of(
            "Subject",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Auto-Submitted",
            "Precedence",
            "X-Autoreply",
            "X-Autorespond",
            "Return-Path",
            "List-Id",
            "Authentication-Results",
            "Content-Type");
    private static final List<String> OF_A_REPORT = List.of("Action", "Status", "Final-Recipient", "Diagnostic-Code");

    private MailKeeping() {}

    static Incoming of(Message mail) throws MessagingException, IOException {
        Map<String, String> fields = headers(mail);
        MailParts parts = MailParts.of(mail);
        fields.put("Text", Clean.text(parts.text()));
        if (parts.leftOut()) {
            fields.put("Left-Out", "something was too long, or too much, to be kept");
        }
        boolean report = !parts.report().isEmpty();
        if (report) {
            OF_A_REPORT.forEach(
                    name -> field(parts.report(), name).ifPresent(value -> fields.put("Report-" + name, value)));
            field(parts.returned(), "Message-ID").ifPresent(id -> fields.put("Report-Message-ID", id));
        }
        return new Incoming(
                report ? InboundStore.Kind.STATUS : InboundStore.Kind.REPLY,
                fields,
                report ? List.of() : parts.files());
    }

    /// What can be kept of a mail that makes no sense.
    static Incoming unreadable(Message mail, Exception why) throws MessagingException {
        Map<String, String> fields = headers(mail);
        fields.put("Unreadable", Clean.line(String.valueOf(why.getMessage()), LONGEST_FIELD));
        return new Incoming(InboundStore.Kind.REPLY, fields, List.of());
    }

    /// Of a mail of which nothing at all can be read, or kept: that it came.
    static Incoming lost(Exception why) {
        return new Incoming(
                InboundStore.Kind.REPLY,
                Map.of("From", "", "Unreadable", Clean.line(String.valueOf(why.getMessage()), LONGEST_FIELD)),
                List.of());
    }

    private static Map<String, String> headers(Message mail) throws MessagingException {
        Map<String, String> fields = new HashMap<>();
        for (String name : HEADERS) {
            String[] values = mail.getHeader(name);
            if (values != null && values.length > 0) {
                fields.put(name, Clean.line(String.join(" ", values), LONGEST_FIELD));
            }
        }
        String subject = mail.getSubject();
        if (subject != null) {
            fields.put("Subject", Clean.line(subject, LONGEST_FIELD));
        }
        fields.put("From", from(mail));
        return fields;
    }

    /// The one address it comes from, in small letters; empty where it names none, or several.
    private static String from(Message mail) throws MessagingException {
        Address[] from = mail.getFrom();
        return from != null && from.length == 1 && from[0] instanceof InternetAddress one && one.getAddress() != null
                ? Clean.line(one.getAddress(), LONGEST_FIELD).toLowerCase(Locale.ROOT)
                : "";
    }

    /// A field of a report or of headers, with the lines that continue it; of several recipients the first one's.
    private static Optional<String> field(String text, String name) {
        Matcher found = Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)")
                .matcher(text);
        return found.find() ? Optional.of(Clean.line(found.group(1), LONGEST_FIELD)) : Optional.empty();
    }
}
