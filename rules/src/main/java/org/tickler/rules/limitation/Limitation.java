package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tickler.calendars.text.Days;
import org.tickler.rules.firm.PersonId;

/**
 * What a rule makes of a claim.
 *
 * @param untolled as if nothing had stopped the period
 * @param tolled with tolling and minority; never before {@code untolled}, and the same where neither adds a day
 */
public record Limitation(LimitationRule rule, LastDay untolled, LastDay tolled) {
    public Limitation {
        if (tolled.day().isBefore(untolled.day())) {
            throw new IllegalArgumentException(
                    "tolling never shortens a period, but made " + tolled.day() + " of " + untolled.day());
        }
    }

    /**
     * The date that stands and how it was come to: the untolled one until two different people have verified the facts that
     * toll it. An untolled date that was past on {@code known} can remind nobody of anything; then the tolled one stands,
     * unverified, and its steps say so.
     *
     * @param verified who has verified those facts as they are now
     * @param known the day on which the facts and the rule became known
     */
    public LastDay standing(Set<PersonId> verified, LocalDate known) {
        List<String> steps = new ArrayList<>(untolled.steps());
        steps.add("Without tolling the last day to sue is " + Days.words(untolled.day()) + ".");
        if (tolled.equals(untolled)) {
            return new LastDay(untolled.day(), untolled.confirmed(), steps);
        }
        steps.addAll(tolled.steps());
        steps.add("With tolling the last day to sue is " + Days.words(tolled.day()) + ".");
        if (TwoPeople.are(verified)) {
            steps.add("Reminders run to the date with tolling, which " + TwoPeople.names(verified) + " verified.");
            return new LastDay(tolled.day(), tolled.confirmed(), steps);
        }
        String lacking = verified.size() + " of " + TwoPeople.WANTED + " people "
                + (verified.size() == 1 ? "has" : "have") + " verified the tolling"
                + (verified.isEmpty() ? "" : " (" + TwoPeople.names(verified) + ")");
        if (untolled.day().isBefore(known)) {
            steps.add(
                    "The date without tolling was past when this became known, so that reminders run to the date with tolling"
                            + " although only " + lacking + ": it may be too late to sue.");
            return new LastDay(tolled.day(), tolled.confirmed(), steps);
        }
        steps.add("Reminders run to the date without tolling, because only " + lacking + ".");
        return new LastDay(untolled.day(), untolled.confirmed(), steps);
    }
}
