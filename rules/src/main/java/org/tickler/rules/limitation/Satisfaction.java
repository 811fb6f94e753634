package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Days;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.PersonId;

/** Whether a claim's last day to sue has been kept. */
public sealed interface Satisfaction {
    /** It has. */
    record Satisfied() implements Satisfaction {}

    /** It has not, and reminders go on; {@code why} is a sentence. */
    record Unsatisfied(String why) implements Satisfaction {}

    /**
     * Only a file-stamped pleading satisfies it that names that very defendant, was stamped between accrual and the last day,
     * and was seen by two people. Names are compared without regard to case, spaces and punctuation, and to nothing else: Bolt Inc.
     * is not Bolt LLC.
     *
     * @param lastDay the date that stands, included
     * @param seenBy who has compared the pleading with the claim
     */
    static Satisfaction of(Claim claim, LocalDate lastDay, Pleading pleading, Set<PersonId> seenBy) {
        Optional<String> wrong = against(claim, lastDay, pleading);
        if (wrong.isPresent()) {
            return new Unsatisfied(wrong.get());
        }
        return TwoPeople.are(seenBy)
                ? new Satisfied()
                : new Unsatisfied("no single person can say that a last day to sue was kept: " + TwoPeople.said(seenBy)
                        + " of the pleading " + pleading.number() + "; a second person must look at it too");
    }

    /** Why a pleading cannot have kept the last day, whoever saw it; empty: it can. */
    static Optional<String> against(Claim claim, LocalDate lastDay, Pleading pleading) {
        if (pleading.defendants().stream().noneMatch(name -> plain(name).equals(plain(claim.against())))) {
            return Optional.of("the pleading " + pleading.number() + " does not name " + claim.against() + "; it names "
                    + (pleading.defendants().isEmpty() ? "nobody" : String.join(", ", pleading.defendants())));
        }
        if (pleading.stamped().isBefore(claim.accrual().first())) {
            return Optional.of("the pleading " + pleading.number() + " was stamped on "
                    + Days.words(pleading.stamped()) + ", before the claim accrued on "
                    + Days.words(claim.accrual().first()));
        }
        if (pleading.stamped().isAfter(lastDay)) {
            return Optional.of("the pleading " + pleading.number() + " was stamped on " + Days.words(pleading.stamped())
                    + ", after the last day to sue, " + Days.words(lastDay));
        }
        return Optional.empty();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
