package org.tickler.engine.inmail;

import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings;

/**
 * The mailbox that replies arrive in.
 *
 * @param login of whom; never nobody
 * @param folder such as {@code INBOX}
 */
public record ImapSettings(MailSettings.Server server, MailLogin login, String folder) {
    /** Where mail arrives unless somebody sorts it. */
    public static final String USUAL_FOLDER = "INBOX";

    public ImapSettings {
        if (login instanceof MailLogin.None) {
            throw new IllegalArgumentException("a mailbox is somebody's: imap needs a user");
        }
    }

    /** Who reads it. */
    public String user() {
        return switch (login) {
            case MailLogin.Password password -> password.user();
            case MailLogin.OAuth oauth -> oauth.user();
            case MailLogin.None none -> "";
        };
    }

    /** Its name among mailboxes. */
    String name() {
        return user() + "@" + server.host() + "/" + folder;
    }
}
