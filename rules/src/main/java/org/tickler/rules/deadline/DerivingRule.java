package org.tickler.rules.deadline;

import java.time.Instant;
import java.util.Optional;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.pack.CourtRule;

/**
 * A rule as far as the entries that it derives show it, whoever made it.
 *
 * @param id unique among all rules of the firm: {@code exhibit-list}, or {@code us-frcp/answer}
 * @param owner a person's id or a role's name
 * @param knownAt since when the firm's active rules have it in this form
 */
record DerivingRule(
        String id, String title, EntryKind kind, Optional<String> owner, String authority, Instant knownAt) {
    static DerivingRule of(FirmDeadline rule) {
        FirmDeadline.Product product = rule.product();
        return new DerivingRule(
                rule.id(),
                rule.title(),
                product.kind(),
                product.owner(),
                product.authority().orElse("firm"),
                rule.knownAt());
    }

    /** @param theirs whether it is the other side's: then the firm's part is to watch for it */
    static DerivingRule of(CourtLaw.UsedPack used, CourtRule rule, boolean theirs) {
        return new DerivingRule(
                id(used, rule),
                theirs
                        ? "Watch for the other side's: " + rule.act().title()
                        : rule.act().title(),
                theirs ? EntryKind.TASK : rule.act().kind(),
                Optional.empty(),
                rule.source().authority().cite(),
                used.knownAt());
    }

    static String id(CourtLaw.UsedPack used, CourtRule rule) {
        return used.pack().id() + "/" + rule.id();
    }
}
