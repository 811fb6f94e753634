package org.tickler.rules.docket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.firm.PersonId;

/**
 * Where the instructions about one entry leave it.
 *
 * @param date the one whose date stands in place of the rule's; empty: the rule's does
 * @param verifiedBy who found {@code date} right beside the person who gave it
 * @param asked the extension that is asked for and neither granted nor refused
 * @param since when a date was last set or given back to the rule; empty: never
 */
public record Standing(
        Optional<Instruction> date,
        Optional<PersonId> verifiedBy,
        Optional<Instruction> asked,
        Optional<Instant> since) {
    /** Nothing was said. */
    public static final Standing BY_RULE =
            new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Where these instructions, all about one entry and the first one first, leave it. */
    public static Standing of(List<Instruction> instructions) {
        Standing standing = BY_RULE;
        for (Instruction instruction : instructions) {
            standing = standing.after(instruction);
        }
        return standing;
    }

    private Standing after(Instruction next) {
        return switch (next.what()) {
            case ORDERED, EXTENDED, CHOSEN ->
                new Standing(Optional.of(next), Optional.empty(), Optional.empty(), Optional.of(next.at()));
            case EXTENSION_ASKED -> new Standing(date, verifiedBy, Optional.of(next), since);
            case EXTENSION_REFUSED -> new Standing(date, verifiedBy, Optional.empty(), since);
            case BY_RULE -> new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(next.at()));
            case CANCEL_ASKED, PLEADING_SEEN -> this;
            case VERIFIED -> new Standing(date, date.map(set -> next.by()), asked, since);
        };
    }

    /** Whether {@code source} set a date that no second person has found right. */
    public boolean isUnverifiedBy(String source) {
        return isUnverified()
                && date.flatMap(set -> set.terms().source())
                        .filter(source::equalsIgnoreCase)
                        .isPresent();
    }

    /** Whether a date is set that no second person has found right. */
    public boolean isUnverified() {
        return date.isPresent() && verifiedBy.isEmpty();
    }
}
