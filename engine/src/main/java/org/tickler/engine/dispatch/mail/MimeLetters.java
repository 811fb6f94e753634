package org.tickler.engine.dispatch.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tickler.engine.dispatch.Letter;

/** Makes a letter a message of RFC 5322, with the headers that keep out-of-office replies away and threads together. */
final class MimeLetters {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    /** Of RFC 5322, in UTC: this machine's zone is nobody's business. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ROOT);
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
        MimeMessage message = new FixedIdMessage(session, messageId(letter.messageId()));
        message.setFrom(sender(settings));
        if (settings.replyTo().isPresent()) {
            message.setReplyTo(
                    InternetAddress.parse(oneLine("Reply-To", settings.replyTo().get())));
        }
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(oneLine("Subject", letter.words().subject()), UTF_8);
        message.setHeader("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        thread(message, letter);
        fill(message, letter.words());
        message.saveChanges();
        return new Addressed(message, to);
    }

    /** The sender's address; IllegalArgumentException where the settings name none. */
    static InternetAddress sender(MailSettings settings) {
        try {
            return new InternetAddress(oneLine("From", settings.from()), true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "mail.from must be an address such as \"Tickler <tickler@firm.example>\", but was: "
                            + settings.from(),
                    e);
        }
    }

    /** The domain of the sender, which message ids carry too. */
    static String domain(MailSettings settings) {
        String address = sender(settings).getAddress();
        return address.substring(address.indexOf('@') + 1);
    }

    private void thread(MimeMessage message, Letter letter) throws MessagingException {
        if (letter.thread().isEmpty()) {
            return;
        }
        int later = Math.max(1, letter.thread().size() - REFERENCES + 1);
        String references = letter.thread().subList(later, letter.thread().size()).stream()
                .map(this::messageId)
                .collect(Collectors.joining("\r\n ", messageId(letter.thread().getFirst()) + "\r\n ", ""))
                .strip();
        message.setHeader("References", references);
        message.setHeader("In-Reply-To", messageId(letter.thread().getLast()));
    }

    private static void fill(MimeMessage message, Letter.Words words) throws MessagingException {
        if (words.html().isEmpty()) {
            message.setText(words.text(), UTF_8);
            return;
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(words.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(words.html().get(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
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

    /** Angus folds some headers and lets others through as they are, so that a line break would begin a new one. */
    private static String oneLine(String header, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the header " + header + " must be one line of printable text, but was: "
                    + value.replaceAll("\\p{Cntrl}", "?"));
        }
        return value;
    }

    /** Angus would make a Message-ID of its own each time; a resend must have the same. */
    private static final class FixedIdMessage extends MimeMessage {
        private final String id;

        FixedIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
