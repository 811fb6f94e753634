package org.tickler.engine.inmail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.engine.store.MailStore;

/// The parts of one mail, each read no further than it is worth: whoever sends one may send anything.
final class MailParts {

    /// Of text, in bytes; and of all that is attached.
    static final int LONGEST_TEXT = 64 * 1024;

    static final int LONGEST_FILES = 20 * 1024 * 1024;
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 60;
    private static final int LONGEST_NAME = 200;
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder report = new StringBuilder();
    private final StringBuilder returned = new StringBuilder();
    private final List<MailStore.File> files = new ArrayList<>();
    private int parts;
    private int bytes;
    private boolean leftOut;

    /// Walks through a mail.
    static MailParts of(Part mail) throws MessagingException, IOException {
        MailParts parts = new MailParts();
        parts.walk(mail, 0);
        return parts;
    }

    /// Its text; where it has only HTML, the words of that.
    String text() {
        return text.isEmpty() ? HtmlText.of(html.toString()) : text.toString();
    }

    /// The fields of a delivery report; empty where it has none.
    String report() {
        return report.toString();
    }

    /// The headers of the message that came back with a report.
    String returned() {
        return returned.toString();
    }

    List<MailStore.File> files() {
        return List.copyOf(files);
    }

    /// Whether something was too long to be kept.
    boolean leftOut() {
        return leftOut;
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            leftOut = true;
        } else if (part.isMimeType("multipart/*")) {
            if (part.getContent() instanceof Multipart inner) {
                for (int at = 0; at < inner.getCount() && parts <= MOST_PARTS; at++) {
                    BodyPart next = inner.getBodyPart(at);
                    walk(next, depth + 1);
                }
            }
        } else if (part.isMimeType("message/delivery-status")) {
            report.append(words(part));
        } else if (part.isMimeType("text/rfc822-headers") || !report.isEmpty() && part.isMimeType("message/rfc822")) {
            returned.append(headers(part));
        } else if (isText(part)) {
            StringBuilder into = part.isMimeType("text/html") ? html : text;
            if (into.length() < LONGEST_TEXT) {
                into.append(into.isEmpty() ? "" : "\n").append(words(part));
                into.setLength(Math.min(into.length(), LONGEST_TEXT));
            }
        } else if (!isOrnament(part)) {
            attach(part);
        }
    }

    /// Of a message that came back whole, its id is asked of the server: some give its body alone as the part's bytes.
    private static String headers(Part part) throws MessagingException, IOException {
        if (part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage whole) {
            String id = whole.getMessageID();
            if (id != null) {
                return "Message-ID: " + id + "\r\n";
            }
        }
        return words(part);
    }

    private static boolean isText(Part part) throws MessagingException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null;
        return !attached && (part.isMimeType("text/plain") || part.isMimeType("text/html"));
    }

    /// Pictures of a signature or a letterhead.
    private static boolean isOrnament(Part part) throws MessagingException {
        return part.isMimeType("image/*")
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.getHeader("Content-ID") != null;
    }

    private void attach(Part part) throws MessagingException, IOException {
        int room = LONGEST_FILES - bytes;
        byte[] read;
        try (InputStream in = part.getInputStream()) {
            read = in.readNBytes(room + 1);
        }
        if (read.length > room) {
            leftOut = true;
        } else if (read.length > 0) {
            bytes += read.length;
            String type = Clean.line(part.getContentType().split(";", 2)[0], LONGEST_NAME)
                    .toLowerCase(Locale.ROOT);
            String name = Objects.requireNonNullElse(part.getFileName(), "attached");
            files.add(new MailStore.File(Clean.line(name, LONGEST_NAME), type, ByteBuffer.wrap(read)));
        }
    }

    private static String words(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(LONGEST_TEXT), charset(part.getContentType()));
        }
    }

    private static Charset charset(String type) {
        Matcher named = CHARSET.matcher(type);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
