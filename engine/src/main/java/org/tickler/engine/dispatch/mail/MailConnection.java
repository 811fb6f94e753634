package org.tickler.engine.dispatch.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.concurrent.TimeUnit;

/** One open connection, used by one thread at a time. */
final class MailConnection {
    private static final long UNASKED_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int FINE = 250;

    private final TrackedTransport transport;
    private final long born = System.nanoTime();
    private long used = born;
    private int messages;

    MailConnection(TrackedTransport transport) {
        this.transport = transport;
    }

    void send(MimeMessage message, InternetAddress to) throws MessagingException {
        transport.ready();
        messages++;
        transport.sendMessage(message, new Address[] {to});
        used = System.nanoTime();
    }

    TrackedTransport.Phase phase() {
        return transport.phase();
    }

    /** Whether it had carried a message before the one it carries now. */
    boolean reused() {
        return messages > 1;
    }

    /** Whether it may carry another message, by count and age. */
    boolean fresh(MailSettings.Limits limits) {
        return messages < limits.messages()
                && System.nanoTime() - born < limits.age().toNanos();
    }

    /** Whether the server is still there, asked of it unless it answered within the last second. */
    boolean answers() {
        if (System.nanoTime() - used < UNASKED_NANOS) {
            return true;
        }
        try {
            return transport.simpleCommand("RSET") == FINE;
        } catch (MessagingException gone) {
            return false;
        }
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // It was being thrown away; that it is gone already is as good.
        }
    }
}
