package org.tickler.daemon.settings;

import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.engine.dispatch.mail.MailLogin;

/** Reads who logs in to a mail server, in the sections {@code mail} and {@code imap} alike. */
final class LoginReader {
    private final Secrets secrets;
    private final String section;

    LoginReader(Secrets secrets, String section) {
        this.secrets = secrets;
        this.section = section;
    }

    /** The login; nobody's where none is given, or it has a fault. */
    MailLogin read(Fields fields) {
        Optional<String> user = fields.findText("user");
        String auth = fields.findWord("auth", List.of("password", "xoauth2")).orElse("password");
        Optional<Fields> oauth = fields.findMap("oauth");
        if (auth.equals("xoauth2")) {
            fields.need("user");
            fields.need("oauth");
            secrets.find(fields, section, "password");
            return oauth.flatMap(section -> oauth(section, user)).orElse(new MailLogin.None());
        }
        if (oauth.isPresent()) {
            fields.error(
                    "oauth", SettingsProblem.CONFLICT, "oauth goes with \"auth: xoauth2\"; add it, or take oauth out");
        }
        if (user.isEmpty()) {
            secrets.find(fields, section, "password")
                    .ifPresent(password -> fields.error(
                            fields.at(),
                            SettingsProblem.CONFLICT,
                            section + " has a password but no user; add \"user: NAME\""));
            return new MailLogin.None();
        }
        return secrets.required(fields, section, "password")
                .<MailLogin>map(password -> new MailLogin.Password(user.get(), password))
                .orElse(new MailLogin.None());
    }

    private Optional<MailLogin> oauth(Fields fields, Optional<String> user) {
        var url = Addresses.findUrl(fields, "token-url", "https://login.example/oauth2/v2.0/token");
        fields.need("token-url");
        String client = fields.text("client-id");
        Optional<Secret> secret = secrets.required(fields, section + ".oauth", "client-secret");
        Optional<Secret> refresh = secrets.find(fields, section + ".oauth", "refresh-token");
        Optional<String> scope = fields.findText("scope");
        if (!fields.finish() || user.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MailLogin.OAuth(
                user.get(),
                new MailLogin.TokenSource(
                        url.orElseThrow(), client, secret.orElseThrow(), refresh.map(token -> token), scope)));
    }
}
