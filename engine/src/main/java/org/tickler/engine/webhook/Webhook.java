package org.tickler.engine.webhook;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tickler.rules.firm.PersonId;

/**
 * A program that wants to hear of events.
 *
 * @param secret signs what is posted
 * @param viewer through whose eyes the firm is told of; empty: of every matter, in ids alone
 * @param detail how much is said
 */
public record Webhook(
        String name,
        URI url,
        Supplier<String> secret,
        Set<WebhookEvent> events,
        Optional<PersonId> viewer,
        Detail detail) {
    public Webhook {
        events = Set.copyOf(events);
        if (detail == Detail.FULL && viewer.isEmpty()) {
            throw new IllegalArgumentException(
                    "a webhook that tells titles needs somebody through whose eyes it looks");
        }
    }

    /** How much an event says. */
    public enum Detail {
        /** Ids, kinds and words of closed sets. */
        IDS,
        /** Titles and dates too. */
        FULL
    }

    /** Without the secret, and without what may stand in the address. */
    @Override
    public String toString() {
        return "webhook " + name;
    }
}
