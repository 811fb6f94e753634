package org.tickler.daemon.settings;

import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.TextProblem;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings;

/** Reads the section {@code mail}. */
final class MailReader {
    private static final int MOST_CONNECTIONS = 4;
    private final Secrets secrets;

    MailReader(Secrets secrets) {
        this.secrets = secrets;
    }

    Optional<MailSettings> read(Fields fields) {
        Optional<String> host = Addresses.host(fields, "host");
        MailSettings.Tls tls = fields.findOneOf("tls", MailSettings.Tls.class).orElse(MailSettings.Tls.STARTTLS);
        int port = Addresses.findPort(fields, "port").orElse(tls == MailSettings.Tls.IMPLICIT ? 465 : 587);
        Optional<String> from = fields.has("from") ? mailbox(fields, "from") : Optional.of(fields.text("from"));
        Optional<String> replyTo = mailbox(fields, "reply-to");
        Optional<String> ehlo = fields.findText("ehlo");
        MailLogin login = new LoginReader(secrets, "mail").read(fields);
        MailSettings.Limits limits = limits(fields);
        if (tls == MailSettings.Tls.NONE
                && host.filter(name -> !Addresses.onThisMachine(name)).isPresent()) {
            fields.error(
                    "tls",
                    SettingsProblem.UNPROTECTED,
                    "tls: none is taken for a server on this machine only; use starttls or implicit for " + host.get());
        }
        if (!fields.finish()) {
            return Optional.empty();
        }
        return Optional.of(new MailSettings(
                new MailSettings.Server(host.orElseThrow(), port, tls),
                login,
                from.orElseThrow(),
                replyTo,
                ehlo,
                limits,
                MailSettings.Timeouts.USUAL));
    }

    private static MailSettings.Limits limits(Fields fields) {
        MailSettings.Limits usual = MailSettings.Limits.USUAL;
        int connections = fields.findInteger("connections").orElse(usual.connections());
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            fields.error("connections", SettingsProblem.OUT_OF_RANGE, "connections: 1 to 4, but was " + connections);
            connections = usual.connections();
        }
        Optional<Integer> perMinute = fields.findInteger("per-minute");
        if (perMinute.filter(rate -> rate < 1).isPresent()) {
            fields.error(
                    "per-minute", SettingsProblem.OUT_OF_RANGE, "per-minute: 1 or more, but was " + perMinute.get());
            perMinute = Optional.empty();
        }
        return new MailSettings.Limits(connections, usual.messages(), usual.age(), perMinute);
    }

    /** An address, with or without a name before it. */
    private static Optional<String> mailbox(Fields fields, String key) {
        return fields.read(
                key,
                text -> {
                    if (!text.matches("([^<>@\\p{Cntrl}]+ )?<?[^\\s<>@\\p{Cntrl}]+@[A-Za-z0-9.-]+>?")) {
                        throw new IllegalArgumentException("not a mail address");
                    }
                    MailSettings.checkMailbox(text);
                    return text;
                },
                TextProblem.BAD_VALUE,
                "Tickler <tickler@firm.example>");
    }
}
