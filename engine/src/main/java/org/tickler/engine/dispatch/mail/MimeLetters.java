package org.tickler.engine.dispatch.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.store.SheetRow;

/**
 * Makes a letter a message of RFC 5322, with the headers that keep out-of-office replies away and threads together. It is
 * put together as text: Angus's own way looks through the class path for each part of each message, gives it another
 * Message-ID each time, and lets line breaks into some headers.
 */
final class MimeLetters {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    /** Of RFC 5322, in UTC: this machine's zone is nobody's business. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ROOT);

    private static final Pattern NAMED = Pattern.compile("\\s*\"?(?<name>[^<>\"]*?)\"?\\s*<(?<address>[^<>]*)>");
    /** As many earlier messages as a reader's program needs to find the thread. */
    private static final int REFERENCES = 10;

    private final MailSettings settings;
    private final Session session;
    private final InstantSource clock;

    MimeLetters(MailSettings settings, Session session, InstantSource clock) {
        this.settings = settings;
        this.session = session;
        this.clock = clock;
    }

    /** A message and the one address it goes to. */
    record Addressed(MimeMessage message, InternetAddress to) {}

    /**
     * The message of a letter, whole and ready to leave.
     *
     * @throws AddressException if the letter's address is none
     * @throws IllegalArgumentException if a header would hold a line break
     */
    Addressed compose(Letter letter) throws MessagingException {
        InternetAddress to = new InternetAddress(oneLine("To", letter.address()), true);
        name(to, oneLine("To", letter.reader().name()));
        StringBuilder source = new StringBuilder();
        headers(letter, to)
                .forEach((name, value) -> source.append(name)
                        .append(": ")
                        .append(MimeUtility.fold(name.length() + 2, oneLine(name, value)))
                        .append("\r\n"));
        body(source, letter);
        byte[] bytes = source.toString().getBytes(StandardCharsets.US_ASCII);
        return new Addressed(new MimeMessage(session, new ByteArrayInputStream(bytes)), to);
    }

    private Map<String, String> headers(Letter letter, InternetAddress to) throws MessagingException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        headers.put("From", sender(settings).toString());
        if (settings.replyTo().isPresent()) {
            headers.put(
                    "Reply-To", mailbox("Reply-To", settings.replyTo().get()).toString());
        }
        headers.put("To", to.toString());
        headers.put("Message-ID", messageId(letter.messageId()));
        if (!letter.thread().isEmpty()) {
            headers.put("In-Reply-To", messageId(letter.thread().getLast()));
            headers.put("References", references(letter.thread()));
        }
        headers.put("Subject", encoded(oneLine("Subject", letter.words().subject())));
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "OOF, AutoReply");
        headers.put("MIME-Version", "1.0");
        return headers;
    }

    /** The sender's address; IllegalArgumentException where the settings name none. */
    static InternetAddress sender(MailSettings settings) {
        return mailbox("From", settings.from());
    }

    /** An address with or without a name before it, which may have the commas of a firm's name without quotes. */
    static InternetAddress mailbox(String header, String text) {
        Matcher named = NAMED.matcher(oneLine(header, text));
        try {
            if (!named.matches()) {
                return new InternetAddress(text, true);
            }
            InternetAddress address = new InternetAddress(named.group("address"), true);
            if (!named.group("name").isEmpty()) {
                name(address, named.group("name"));
            }
            return address;
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no mail address (" + e.getMessage()
                            + "); write it as in Tickler <tickler@firm.example>",
                    e);
        }
    }

    /** The domain of the sender, which message ids carry too. */
    static String domain(MailSettings settings) {
        String address = sender(settings).getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private String references(List<String> thread) {
        int later = Math.max(1, thread.size() - REFERENCES + 1);
        return Stream.concat(Stream.of(thread.getFirst()), thread.subList(later, thread.size()).stream())
                .map(this::messageId)
                .collect(Collectors.joining(" "));
    }

    /** The same letter always gives the same bytes; no line of quoted-printable or base 64 can look like a boundary. */
    private static void body(StringBuilder source, Letter letter) {
        if (letter.words().papers().isEmpty()) {
            words(source, letter);
            return;
        }
        String boundary = "=_papers_" + letter.messageId();
        source.append("Content-Type: multipart/mixed;\r\n boundary=\"" + boundary + "\"\r\n\r\n");
        source.append("--").append(boundary).append("\r\n");
        words(source, letter);
        for (SheetRow.Paper paper : letter.words().papers()) {
            source.append("\r\n--").append(boundary).append("\r\n");
            attached(source, paper);
        }
        source.append("\r\n--").append(boundary).append("--\r\n");
    }

    private static void attached(StringBuilder source, SheetRow.Paper paper) {
        source.append("Content-Type: ")
                .append(oneLine("Content-Type", paper.type()))
                .append("\r\nContent-Disposition: attachment;\r\n filename=\"")
                .append(oneLine("Content-Disposition", paper.name()).replaceAll("[\"\\\\]", "_"))
                .append("\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(Base64.getMimeEncoder().encodeToString(paper.bytes()));
    }

    private static void words(StringBuilder source, Letter letter) {
        if (letter.words().html().isEmpty()) {
            part(source, "plain", letter.words().text());
            return;
        }
        String boundary = "=_" + letter.messageId();
        source.append("Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"\r\n\r\n");
        source.append("--").append(boundary).append("\r\n");
        part(source, "plain", letter.words().text());
        source.append("--").append(boundary).append("\r\n");
        part(source, "html", letter.words().html().get());
        source.append("--").append(boundary).append("--\r\n");
    }

    private static void part(StringBuilder source, String kind, String text) {
        source.append("Content-Type: text/")
                .append(kind)
                .append("; charset=UTF-8\r\n")
                .append("Content-Transfer-Encoding: quoted-printable\r\n\r\n")
                .append(QuotedPrintable.encode(text));
    }

    private static String encoded(String text) {
        try {
            return MimeUtility.encodeText(text, UTF_8, null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private String messageId(String id) {
        return "<" + oneLine("Message-ID", id) + "@" + domain(settings) + ">";
    }

    private static void name(InternetAddress address, String name) {
        try {
            address.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** A line break would begin a header that nobody meant. */
    private static String oneLine(String header, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the header " + header + " must be one line of printable text, but was: "
                    + value.replaceAll("\\p{Cntrl}", "?"));
        }
        return value;
    }
}
