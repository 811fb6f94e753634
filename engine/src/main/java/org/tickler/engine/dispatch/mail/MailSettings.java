package org.tickler.engine.dispatch.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * How the firm's mail server is spoken to.
 *
 * @param from the sender as readers see it, such as {@code Tickler <tickler@firm.example>}
 * @param replyTo where answers by mail go; empty: to {@code from}
 * @param ehlo the name this machine gives itself; empty: the domain of {@code from}
 */
public record MailSettings(
        Server server,
        MailLogin login,
        String from,
        Optional<String> replyTo,
        Optional<String> ehlo,
        Limits limits,
        Timeouts timeouts) {

    public MailSettings {
        checkMailbox(from);
        replyTo.ifPresent(MailSettings::checkMailbox);
    }

    /** Throws IllegalArgumentException, with the reason, where mail can neither come from nor go to {@code text}. */
    public static void checkMailbox(String text) {
        MimeLetters.mailbox("address", text);
    }

    /** How the conversation is protected. */
    public enum Tls {
        /** It starts in the clear and must then change to TLS; a server that cannot is refused. */
        STARTTLS,
        /** TLS from the first byte. */
        IMPLICIT,
        /** In the clear, on this machine only. */
        NONE
    }

    /** Where the server is. {@code Tls.NONE} is taken for loopback addresses only. */
    public record Server(String host, int port, Tls tls) {
        public Server {
            if (host.isBlank() || port < 1 || port > 65_535) {
                throw new IllegalArgumentException(
                        "a mail server has a host and a port from 1 to 65535, but was: '" + host + "', " + port);
            }
            if (tls == Tls.NONE && !isLoopback(host)) {
                throw new IllegalArgumentException("mail to " + host
                        + " would leave in the clear, which is taken on loopback only: use starttls or implicit");
            }
        }

        private static boolean isLoopback(String host) {
            return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
        }
    }

    /**
     * What the server bears.
     *
     * @param connections open at once, 1 to 4
     * @param messages on one connection before it is made anew
     * @param age of a connection before it is made anew
     * @param perMinute messages a minute; empty: as fast as it goes
     */
    public record Limits(int connections, int messages, Duration age, Optional<Integer> perMinute) {
        /** Four connections, 50 messages or 60 s each. */
        public static final Limits USUAL = new Limits(4, 50, Duration.ofSeconds(60), Optional.empty());

        public Limits {
            if (connections < 1 || connections > 4 || messages < 1) {
                throw new IllegalArgumentException(
                        "mail uses 1 to 4 connections with 1 or more messages each, but was: " + connections + " with "
                                + messages);
            }
            if (perMinute.isPresent() && perMinute.get() < 1) {
                throw new IllegalArgumentException(
                        "mail sends 1 or more messages a minute, but was: " + perMinute.get());
            }
        }
    }

    /** How long each part may take, and the whole of one message. */
    public record Timeouts(Duration connect, Duration read, Duration write, Duration whole) {
        /** 10 s to connect, 60 s to read or write, and never more than 55 s in all. */
        public static final Timeouts USUAL = new Timeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(55));
    }

    /** A server with the usual limits and timeouts. */
    public static MailSettings of(Server server, MailLogin login, String from) {
        return new MailSettings(server, login, from, Optional.empty(), Optional.empty(), Limits.USUAL, Timeouts.USUAL);
    }
}
