package org.tickler.daemon.settings;

import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings;
import org.tickler.engine.inmail.ImapSettings;

/** Reads the section {@code imap}. */
final class ImapReader {
    private static final int IMAPS_PORT = 993;
    private static final int IMAP_PORT = 143;

    private final Secrets secrets;

    ImapReader(Secrets secrets) {
        this.secrets = secrets;
    }

    Optional<ImapSettings> read(Fields fields) {
        Optional<String> host = Addresses.host(fields, "host");
        MailSettings.Tls tls = fields.findOneOf("tls", MailSettings.Tls.class).orElse(MailSettings.Tls.IMPLICIT);
        int port = Addresses.findPort(fields, "port").orElse(tls == MailSettings.Tls.IMPLICIT ? IMAPS_PORT : IMAP_PORT);
        fields.need("user");
        MailLogin login = new LoginReader(secrets, "imap").read(fields);
        String folder = fields.findText("folder").orElse(ImapSettings.USUAL_FOLDER);
        if (tls == MailSettings.Tls.NONE
                && host.filter(name -> !Addresses.onThisMachine(name)).isPresent()) {
            fields.error(
                    "tls",
                    SettingsProblem.UNPROTECTED,
                    "tls: none is taken for a server on this machine only; use implicit or starttls for " + host.get());
        }
        return fields.finish()
                ? Optional.of(new ImapSettings(new MailSettings.Server(host.orElseThrow(), port, tls), login, folder))
                : Optional.empty();
    }
}
