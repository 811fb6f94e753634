package org.tickler.engine.inmail;

import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings.Tls;

/// Angus Mail set up to read: bounded in time, and never in the clear beyond this machine.
final class ImapSession {
    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "30000";

    private ImapSession() {}

    static Session of(ImapSettings settings, Optional<SSLSocketFactory> tls) {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.imap.timeout", READ_MILLIS);
        properties.setProperty("mail.imap.writetimeout", READ_MILLIS);
        // What is read is marked as seen only once it is kept.
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.connectionpoolsize", "1");
        Tls wanted = settings.server().tls();
        properties.setProperty("mail.imap.ssl.enable", Boolean.toString(wanted == Tls.IMPLICIT));
        properties.setProperty("mail.imap.starttls.enable", Boolean.toString(wanted == Tls.STARTTLS));
        properties.setProperty("mail.imap.starttls.required", Boolean.toString(wanted == Tls.STARTTLS));
        properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.ssl.protocols", "TLSv1.3 TLSv1.2");
        tls.ifPresent(trusted -> properties.put("mail.imap.ssl.socketFactory", trusted));
        properties.setProperty("mail.imap.socketFactory.fallback", "false");
        properties.setProperty(
                "mail.imap.auth.mechanisms", settings.login() instanceof MailLogin.OAuth ? "XOAUTH2" : "PLAIN LOGIN");
        // Others write these names as they like.
        properties.setProperty("mail.mime.parameters.strict", "false");
        properties.setProperty("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }
}
