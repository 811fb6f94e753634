package org.tickler.rules.deadline;

import java.time.Instant;
import java.util.Optional;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.TimeSpan;

/**
 * A deadline that the firm sets itself, beside the courts'.
 *
 * @param knownAt since when the firm's active rules have it in this form
 */
public record FirmDeadline(
        String id, Trigger trigger, Due due, Optional<Repeat> then, Product product, Instant knownAt) {

    /** How far from the trigger; the span is counted in days or longer, never on the clock. */
    public record Due(TimeSpan span, Side side, Roll roll) {
        public Due {
            if (span.unit().ofClock()) {
                throw new IllegalArgumentException("a deadline is counted in days or longer, but was: " + span);
            }
        }
    }

    /**
     * What the derived entry is.
     *
     * @param owner a person's id or a role's name
     * @param title empty: the rule's id in words
     */
    public record Product(EntryKind kind, Optional<String> owner, Optional<String> title, Optional<String> authority) {}

    /** What the derived entry is called: {@code exhibit-list} reads {@code Exhibit list}. */
    public String title() {
        return product.title().orElseGet(() -> {
            String words = id.replace('-', ' ');
            return Character.toUpperCase(words.charAt(0)) + words.substring(1);
        });
    }

    /** The same deadline, known since {@code since}. */
    public FirmDeadline knownSince(Instant since) {
        return new FirmDeadline(id, trigger, due, then, product, since);
    }
}
