package org.tickler.daemon.settings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.engine.dispatch.mail.MailSettings;
import org.tickler.engine.docket.Mapping;
import org.tickler.engine.inmail.ImapSettings;
import org.tickler.engine.webhook.Webhook;
import org.tickler.rules.firm.Firm;

/**
 * Everything that {@code tickler.yaml} sets.
 *
 * @param database empty: the embedded one
 * @param mail empty: mail is not set up, and messages go to the outbox
 * @param sms empty: SMS is not set up
 * @param imap empty: nobody reads what is replied by mail
 * @param webhooks programs that hear of events
 */
public record Settings(
        Firm firm,
        Optional<Database> database,
        Optional<MailSettings> mail,
        Optional<Sms> sms,
        Http http,
        InetSocketAddress ops,
        Optional<ImapSettings> imap,
        Optional<Heartbeat> heartbeat,
        Limits limits,
        List<Mapping> mappings,
        List<Webhook> webhooks) {
    public Settings {
        mappings = List.copyOf(mappings);
        webhooks = List.copyOf(webhooks);
    }

    /** The firm's zone. */
    public ZoneId zone() {
        return firm.zone();
    }

    /** A database of the firm's own. {@code owner} changes the schema; empty: {@code user} does. */
    public record Database(String url, Login user, Optional<Login> owner) {}

    /** A user and where the password is kept. */
    public record Login(String user, Secret password) {}

    /**
     * The firm's account at Twilio.
     *
     * @param from a number in E.164, or a messaging service
     * @param baseUrl in place of Twilio's own address, for trials on this machine
     */
    public record Sms(String accountSid, Secret authToken, String from, Optional<URI> baseUrl) {}

    /** The public port, and how the world reaches it. */
    public record Http(InetSocketAddress address, URI publicUrl, Set<String> trustedProxies) {
        public Http {
            trustedProxies = Set.copyOf(trustedProxies);
        }
    }

    /** An outside monitor, and how often it is told. */
    public record Heartbeat(URI url, Duration every) {}

    /** From how many messages within a day a change is held for release. */
    public record Limits(int holdOver, int holdOverClients) {
        public static final Limits USUAL = new Limits(100, 20);
    }
}
