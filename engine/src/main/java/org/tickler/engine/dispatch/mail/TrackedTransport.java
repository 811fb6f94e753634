package org.tickler.engine.dispatch.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection that knows how far the conversation got: the same exception comes for a hang before and after the dot. */
final class TrackedTransport extends SMTPTransport {
    /** Where the conversation stands. Only in {@code BODY} can nobody say whether the message was taken. */
    enum Phase {
        CONNECTING,
        READY,
        SENDER,
        RECIPIENT,
        /** DATA was said; the server has not asked for the message yet. */
        ASKED,
        /** From the first byte of the message to the reply to its final dot. */
        BODY,
        ACCEPTED
    }

    private volatile Phase phase = Phase.CONNECTING;

    TrackedTransport(Session session, String host, int port) {
        super(session, new URLName("smtp", host, port, null, null, null));
    }

    Phase phase() {
        return phase;
    }

    /** The conversation is between two messages. */
    void ready() {
        phase = Phase.READY;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        phase = Phase.SENDER;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        phase = Phase.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        phase = Phase.ASKED;
        OutputStream body = super.data();
        phase = Phase.BODY;
        return body;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        super.finishData();
        phase = Phase.ACCEPTED;
    }
}
