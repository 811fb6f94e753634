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
     * all that ever stood and the one without tolling. A date that was past on {@code known} can remind nobody: the earliest that was not stands, be it the
     * one with tolling, and the steps say so.
     *
     * @param known the day on which the facts and the rule became known
     */
    public LastDay standing(Verification verification, LocalDate known) {
        List<String> steps = new ArrayList<>(untolled.steps());
        steps.add("Without tolling the last day to sue is " + Days.words(untolled.day()) + ".");
        if (!tolled.equals(untolled)) {
            steps.addAll(tolled.steps());
            steps.add("With tolling the last day to sue is " + Days.words(tolled.day()) + ".");
        }
        Optional<LocalDate> upTo = gap.isPresent() ? Optional.empty() : verification.byTwo();
        return upTo.isPresent() ? verified(upTo.get(), verification, steps) : unverified(verification, known, steps);
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
            steps.add(
                    "The date without tolling was past when this became known, so that reminders run to the date with tolling"
                            + " although " + lacking(verification) + ": it may be too late to sue.");
            return new LastDay(tolled.day(), tolled.confirmed(), steps);
        }
        steps.add(
                "Reminders run to " + Days.words(day) + ", which stood before, because " + lacking(verification) + ".");
        return new LastDay(day, true, steps, Optional.of(kept(day)));
    }

    private String kept(LocalDate day) {
        String was = untolled.day().isBefore(day)
                ? ", which was past when they became known: it may be too late to sue; "
                : "; ";
        return "by the facts and the rule as they are now the last day to sue is " + Days.words(untolled.day())
                + " without tolling" + was
                + gap.map(why -> why + "; ").orElse("") + Days.words(day)
                + ", which stood before, stands until two people have verified them";
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
