package org.tickler.engine.dispatch.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A few connections to the mail server, each used by one thread at a time, for so many messages and so long as the
 * settings say. One on which anything went wrong is never used again.
 */
final class MailPool implements AutoCloseable {
    private final MailSettings settings;
    private final Session session;
    private final Optional<AccessTokens> tokens;
    private final Semaphore places;
    private final Deque<MailConnection> idle = new ArrayDeque<>();
    private boolean closed;

    MailPool(MailSettings settings, Session session, Optional<AccessTokens> tokens) {
        this.settings = settings;
        this.session = session;
        this.tokens = tokens;
        this.places = new Semaphore(settings.limits().connections(), true);
    }

    /**
     * A connection that is good for one more message; waits while all are in use. The caller gives it back or drops it.
     *
     * @throws MessagingException if none can be made
     */
    MailConnection take() throws MessagingException, IOException, AccessTokens.TokenRefused, InterruptedException {
        places.acquire();
        try {
            MailConnection kept = keptOne();
            return kept == null ? connect() : kept;
        } catch (MessagingException | IOException | AccessTokens.TokenRefused | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    void giveBack(MailConnection connection) {
        synchronized (idle) {
            if (!closed && connection.fresh(settings.limits())) {
                idle.push(connection);
                places.release();
                return;
            }
        }
        drop(connection);
    }

    void drop(MailConnection connection) {
        places.release();
        connection.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(MailConnection::close);
            idle.clear();
        }
    }

    private @Nullable MailConnection keptOne() {
        while (true) {
            MailConnection next;
            synchronized (idle) {
                next = idle.poll();
            }
            if (next == null || next.fresh(settings.limits()) && next.answers()) {
                return next;
            }
            next.close();
        }
    }

    private MailConnection connect() throws MessagingException, IOException, AccessTokens.TokenRefused {
        return switch (settings.login()) {
            case MailLogin.None none -> connect(null, null);
            case MailLogin.Password login ->
                connect(login.user(), login.secret().get());
            case MailLogin.OAuth login -> connectByToken(login.user(), tokens.orElseThrow());
        };
    }

    /** A token that the server refuses is made anew once: it may have been revoked before its time. */
    private MailConnection connectByToken(String user, AccessTokens held)
            throws MessagingException, IOException, AccessTokens.TokenRefused {
        String token = held.token();
        try {
            return connect(user, token);
        } catch (AuthenticationFailedException refused) {
            held.spoil(token);
            String newer = held.token();
            if (newer.equals(token)) {
                throw refused;
            }
            return connect(user, newer);
        }
    }

    private MailConnection connect(@Nullable String user, @Nullable String secret) throws MessagingException {
        MailSettings.Server server = settings.server();
        TrackedTransport transport = new TrackedTransport(session, server.host(), server.port());
        try {
            transport.connect(server.host(), server.port(), user, secret);
        } catch (MessagingException | RuntimeException e) {
            new MailConnection(transport).close();
            throw e;
        }
        transport.ready();
        return new MailConnection(transport);
    }
}
