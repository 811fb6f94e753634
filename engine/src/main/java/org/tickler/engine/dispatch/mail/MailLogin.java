package org.tickler.engine.dispatch.mail;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** How the mail server is told who sends. Secrets are asked for each time they are needed, so that a new one is found. */
public sealed interface MailLogin {
    /** The server asks for nothing. */
    record None() implements MailLogin {}

    /** A user and a password. */
    record Password(String user, Supplier<String> secret) implements MailLogin {}

    /** A user and an access token (XOAUTH2). */
    record OAuth(String user, TokenSource source) implements MailLogin {}

    /**
     * Where access tokens are had. With {@code refreshToken} they come of it, otherwise of the client's own credentials.
     *
     * @param tokenUrl https; http on loopback only
     * @param scope such as {@code https://outlook.office365.com/.default}
     */
    record TokenSource(
            URI tokenUrl,
            String clientId,
            Supplier<String> clientSecret,
            Optional<Supplier<String>> refreshToken,
            Optional<String> scope) {
        public TokenSource {
            boolean loopback = "127.0.0.1".equals(tokenUrl.getHost()) || "localhost".equals(tokenUrl.getHost());
            if (!"https".equals(tokenUrl.getScheme()) && !("http".equals(tokenUrl.getScheme()) && loopback)) {
                throw new IllegalArgumentException("oauth.token-url must be an https address, but was: " + tokenUrl);
            }
        }
    }
}
