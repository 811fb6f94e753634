package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Days;
import org.tickler.rules.firm.PersonId;

/**
 * What a rule makes of a claim.
 *
 * @param facts the fingerprint of what it was counted from
 * @param untolled as if nothing had stopped the period
 * @param tolled with tolling and minority; never before {@code untolled}, and the same where neither adds a day
 * @param gap why nobody can rely on any later date than stands, a clause: an end that no tolling moves is not known
 */
public record Limitation(LimitationRule rule, String facts, LastDay untolled, LastDay tolled, Optional<String> gap) {
    public Limitation {
        if (tolled.day().isBefore(untolled.day())) {
            throw new IllegalArgumentException(
                    "tolling never shortens a period, but made " + tolled.day() + " of " + untolled.day());
        }
    }

    /**
     * The date that stands and how it was come to. Once two different people have verified the facts as they are now it is
     * the one with tolling, as far as they verified it. Until then, and while there is a {@link #gap}, it is the earliest of
     * all that ever stood and the one without tolling, and none that is later than what stands now. A date that was past on
     * {@code known} can remind nobody: the earliest that was not stands, be it the one with tolling, and that is said and
     * asked. What two people verified without saying up to which date stands, and is asked.
     *
     * @param known the last day of which it is known that it has come
     */
    public LastDay standing(Verification verification, LocalDate known) {
        List<String> steps = new ArrayList<>(untolled.steps());
        steps.add("Without tolling the last day to sue is " + Days.words(untolled.day()) + ".");
        if (!tolled.equals(untolled)) {
            steps.addAll(tolled.steps());
            steps.add("With tolling the last day to sue is " + Days.words(tolled.day()) + ".");
        }
        Optional<LocalDate> upTo = gap.isPresent() ? Optional.empty() : verification.byTwo();
        if (upTo.isPresent()) {
            return verified(upTo.get(), verification, steps);
        }
        Optional<LocalDate> before =
                verification.now().filter(day -> verification.undated() && gap.isEmpty() && !day.isAfter(tolled.day()));
        return before.isPresent() ? undated(before.get(), steps) : unverified(verification, known, steps);
    }

    /** Nobody can tell whether the untolled date is past, nor what date the two saw: what stands is the only one left of that. */
    private LastDay undated(LocalDate day, List<String> steps) {
        steps.add("Reminders run to " + Days.words(day)
                + ", which stood when an earlier version kept what two people verified, without its date.");
        String asks =
                "two people verified the facts, and it was not kept up to which date; by the facts and the rule as they"
                        + " are now the last day to sue is " + Days.words(untolled.day()) + " without tolling; "
                        + Days.words(day) + ", which stood before, stands until two people have verified them again";
        return new LastDay(day, true, steps, Optional.of(asks));
    }

    /** As far as two people verified it: what a closed day, or another law of counting, added since they have not seen. */
    private LastDay verified(LocalDate upTo, Verification verification, List<String> steps) {
        if (tolled.day().isAfter(upTo)) {
            steps.add("Reminders run to " + Days.words(upTo) + ", up to which two people verified it.");
            String asks = "the same facts made it " + Days.words(upTo) + " when two people verified them, and make it "
                    + Days.words(tolled.day())
                    + " now; the earlier date stands until two people have verified the later";
            return new LastDay(upTo, true, steps, Optional.of(asks));
        }
        String names = TwoPeople.names(verification.of(tolled.day()));
        steps.add(
                tolled.equals(untolled)
                        ? "It was verified by " + names + "."
                        : "Reminders run to the date with tolling, which " + names + " verified.");
        return new LastDay(tolled.day(), tolled.confirmed(), steps);
    }

    private LastDay unverified(Verification verification, LocalDate known, List<String> steps) {
        LocalDate day =
                verification.earliest(known, untolled.day(), tolled.day()).orElse(tolled.day());
        if (day.equals(untolled.day())) {
            if (!tolled.equals(untolled)) {
                steps.add("Reminders run to the date without tolling, because " + lacking(verification) + ".");
            }
            return new LastDay(untolled.day(), untolled.confirmed(), steps);
        }
        if (day.equals(tolled.day())) {
            steps.add("The date without tolling is past, so that reminders run to the date with tolling although "
                    + lacking(verification) + ": it may be too late to sue.");
            return new LastDay(day, tolled.confirmed(), steps, Optional.of(kept(day, "with tolling")));
        }
        steps.add(
                "Reminders run to " + Days.words(day) + ", which stood before, because " + lacking(verification) + ".");
        return new LastDay(day, true, steps, Optional.of(kept(day, "which stood before")));
    }

    private String kept(LocalDate day, String which) {
        String was = untolled.day().isBefore(day) ? ", which is past: it may be too late to sue; " : "; ";
        return "by the facts and the rule as they are now the last day to sue is " + Days.words(untolled.day())
                + " without tolling" + was
                + gap.map(why -> why + "; ").orElse("") + Days.words(day)
                + ", " + which + ", stands until two people have verified them";
    }

    /** Why nobody relies on a later date, a clause. */
    private String lacking(Verification verification) {
        if (gap.isPresent()) {
            return gap.get();
        }
        Set<PersonId> people = verification.of(tolled.day());
        return "only " + people.size() + " of " + TwoPeople.WANTED + " people " + (people.size() == 1 ? "has" : "have")
                + " verified " + (tolled.equals(untolled) ? "it" : "the tolling")
                + (people.isEmpty() ? "" : " (" + TwoPeople.names(people) + ")");
    }
}
