package org.tickler.engine.dispatch.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.tickler.engine.dispatch.Carrier;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.dispatch.Outcome;
import org.tickler.rules.firm.Channel;

/** Carries letters by the firm's mail server, one recipient a message. */
public final class MailCarrier implements Carrier, AutoCloseable {
    private final MailSettings settings;
    private final MailPool pool;
    private final MailFailures failures;
    private final MimeLetters letters;

    /**
     * A carrier that connects when first used.
     *
     * @param clock dates the messages and ages the access tokens
     */
    public MailCarrier(MailSettings settings, InstantSource clock) {
        this(settings, clock, Optional.empty());
    }

    /** As above, with certificates judged by {@code tls} and not by the machine's own trust. */
    MailCarrier(MailSettings settings, InstantSource clock, Optional<SSLSocketFactory> tls) {
        this.settings = settings;
        Session session = MailSession.of(settings, tls);
        Optional<AccessTokens> tokens = settings.login() instanceof MailLogin.OAuth login
                ? Optional.of(new AccessTokens(login.source(), clock))
                : Optional.empty();
        this.pool = new MailPool(settings, session, tokens);
        this.failures = new MailFailures(settings.server());
        this.letters = new MimeLetters(settings, session, clock);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public int connections() {
        return settings.limits().connections();
    }

    @Override
    public Outcome carry(Letter letter) {
        try {
            MimeLetters.Addressed message = letters.compose(letter);
            return new Delivery(pool, failures, Optional.of(message))
                    .within(settings.timeouts().whole());
        } catch (AddressException e) {
            return new Outcome.Refused("'" + letter.address() + "' is no e-mail address: " + e.getMessage(), true);
        } catch (MessagingException | IllegalArgumentException e) {
            return new Outcome.Refused("the message could not be put together: " + e.getMessage(), false);
        }
    }

    @Override
    public Outcome probe() {
        return new Delivery(pool, failures, Optional.empty())
                .within(settings.timeouts().whole());
    }

    /** Closes what is idle; what is under way ends by itself. */
    @Override
    public void close() {
        pool.close();
    }
}
