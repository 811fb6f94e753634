package org.tickler.engine.dispatch.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import org.tickler.engine.dispatch.Outcome;
import org.tickler.engine.dispatch.mail.TrackedTransport.Phase;

/** Says what a failed conversation means: by the server's answer where it gave one, else by how far it got. */
final class MailFailures {
    private static final Set<Integer> LOGIN_REFUSED = Set.of(530, 534, 535, 538);
    private static final int CLOSING = 421;
    private static final int MAILBOX_FULL = 552;

    private final String server;

    MailFailures(MailSettings.Server server) {
        this.server = server.host() + ":" + server.port();
    }

    Outcome of(MessagingException failure, Phase phase) {
        return SmtpReply.in(failure).map(reply -> answered(reply, phase)).orElseGet(() -> brokeOff(failure, phase));
    }

    private Outcome answered(SmtpReply reply, Phase phase) {
        String said = server + " said: " + reply.text();
        if (reply.temporary()) {
            boolean everybody = reply.code() == CLOSING || phase == Phase.CONNECTING;
            return new Outcome.Retry(said, Optional.empty(), everybody);
        }
        if (reply.hasStatus("5.7.30") || reply.hasStatus("5.7.139")) {
            return new Outcome.Misconfigured(
                    "the mail server no longer takes a password from programs: set mail.auth to"
                            + " xoauth2 in tickler.yaml, with oauth.token-url, client-id and client-secret-file, or have its"
                            + " administrator allow SMTP AUTH for this mailbox (" + said + ")");
        }
        if (LOGIN_REFUSED.contains(reply.code())) {
            return new Outcome.Misconfigured(
                    "the mail server refused the login: check mail.user and its password-file or oauth settings ("
                            + said + ")");
        }
        return switch (phase) {
            case CONNECTING, READY -> new Outcome.Misconfigured("the mail server turned us away (" + said + ")");
            case SENDER ->
                new Outcome.Misconfigured("the mail server does not let this login send as mail.from (" + said + ")");
            case RECIPIENT -> new Outcome.Refused(said, namesTheAddress(reply));
            case ASKED, BODY, ACCEPTED -> new Outcome.Refused(said, reply.hasStatus("5.1"));
        };
    }

    /** A full mailbox and a matter of policy say nothing against the address itself. */
    private static boolean namesTheAddress(SmtpReply reply) {
        return reply.code() != MAILBOX_FULL && !reply.hasStatus("5.2.2") && !reply.hasStatus("5.7");
    }

    private Outcome brokeOff(MessagingException failure, Phase phase) {
        String how = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
        if (phase == Phase.BODY) {
            return new Outcome.Unknown(
                    server + " was lost after the message and before its reply, so that it may have taken it: " + how);
        }
        if (how.contains("STARTTLS is required")) {
            return new Outcome.Misconfigured(server + " offers no STARTTLS, and mail.tls asks for it: " + how);
        }
        if (failure instanceof AuthenticationFailedException) {
            return new Outcome.Retry(server + " broke off during the login: " + how, Optional.empty(), true);
        }
        Throwable cause = failure.getCause();
        String why = cause == null ? "" : " (" + cause.getMessage() + ")";
        return new Outcome.Retry(server + " could not be reached: " + how + why, Optional.empty(), true);
    }

    /** It had not ended when its time was up. */
    Outcome timedOut(Phase phase, String limit) {
        return phase == Phase.BODY
                ? new Outcome.Unknown(server + " did not confirm the message within " + limit)
                : new Outcome.Retry(server + " did not answer within " + limit, Optional.empty(), true);
    }
}
