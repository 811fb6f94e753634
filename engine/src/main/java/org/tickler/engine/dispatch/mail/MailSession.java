package org.tickler.engine.dispatch.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLSocketFactory;

/** Angus Mail set up as the settings say; nothing is left to its defaults that could wait for ever or leave in the clear. */
final class MailSession {
    /** One for all connections; Angus would start a thread for each. */
    private static final ScheduledExecutorService WRITE_TIMEOUTS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-write-timeouts").factory());

    private MailSession() {}

    static Session of(MailSettings settings, Optional<SSLSocketFactory> tls) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", MimeLetters.sender(settings).getAddress());
        properties.setProperty("mail.smtp.localhost", settings.ehlo().orElseGet(() -> MimeLetters.domain(settings)));
        properties.setProperty(
                "mail.smtp.connectiontimeout", millis(settings.timeouts().connect()));
        properties.setProperty("mail.smtp.timeout", millis(settings.timeouts().read()));
        properties.setProperty(
                "mail.smtp.writetimeout", millis(settings.timeouts().write()));
        properties.put("mail.smtp.executor.writetimeout", WRITE_TIMEOUTS);
        // A connection that is thrown away is not worth waiting for.
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.dsn.notify", "FAILURE,DELAY");
        properties.setProperty("mail.smtp.dsn.ret", "HDRS");
        protect(properties, settings.server().tls(), tls);
        logIn(properties, settings.login());
        return Session.getInstance(properties);
    }

    private static void protect(Properties properties, MailSettings.Tls wanted, Optional<SSLSocketFactory> tls) {
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(wanted == MailSettings.Tls.IMPLICIT));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(wanted == MailSettings.Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(wanted == MailSettings.Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        SSLSocketFactory trusted = tls.orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        properties.put("mail.smtp.ssl.socketFactory", new PromptTlsSockets(trusted));
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        // Otherwise a connection that fails is tried a second time with other sockets.
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    }

    private static void logIn(Properties properties, MailLogin login) {
        properties.setProperty("mail.smtp.auth", Boolean.toString(!(login instanceof MailLogin.None)));
        switch (login) {
            case MailLogin.None none -> {}
            case MailLogin.Password password -> properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
            case MailLogin.OAuth oauth -> properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
