package org.tickler.engine.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.store.AuditStore;

/** What other programs can hear of. */
public enum WebhookEvent {
    /** A message left. */
    TOLD,
    /** Somebody answered. */
    ANSWERED,
    /** A date is another, whoever changed it. */
    MOVED,
    /** The next person was told, or nobody was left to be told. */
    ESCALATED,
    /** Something is said to be done, or proved to be. */
    DONE,
    /** Something will not take place, or need not be done. */
    CANCELLED;

    /** What the words are by which the audit writes each of them down. */
    private static final Map<String, WebhookEvent> ACTS = Map.ofEntries(
            Map.entry("sent", TOLD),
            Map.entry("delivered", TOLD),
            Map.entry("answered", ANSWERED),
            Map.entry("moved", MOVED),
            Map.entry("corrected", MOVED),
            Map.entry("ordered", MOVED),
            Map.entry("extended", MOVED),
            Map.entry("by-rule", MOVED),
            Map.entry("court-closed", MOVED),
            Map.entry("closure-taken-back", MOVED),
            Map.entry("derived", MOVED),
            Map.entry("escalated", ESCALATED),
            Map.entry("escalation-ended", ESCALATED),
            Map.entry("receipted", DONE),
            Map.entry("claimed", DONE),
            Map.entry("done", DONE),
            Map.entry("confirmed", DONE),
            Map.entry("cancelled", CANCELLED),
            Map.entry("waived", CANCELLED));

    /** The event that a row of the audit is; empty: none. */
    static Optional<WebhookEvent> of(AuditStore.Row row) {
        return Optional.ofNullable(ACTS.get(row.act()))
                .filter(event -> !row.act().equals("derived") || isOtherDate(row.detail()));
    }

    /** A deadline that is derived for the first time has not moved, and neither has one that changed otherwise. */
    private static boolean isOtherDate(JsonNode detail) {
        return detail.hasNonNull("date-before") && !detail.path("date-before").equals(detail.path("date"));
    }
}
