package org.tickler.rules.deadline;

import java.util.ArrayList;
import java.util.List;
import org.tickler.rules.check.Checks;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Origin;

/** What a firm's checks make of a deadline that a court's rule derives: it is proposed until a second person looked at it. */
final class Checked {
    private static final String WAITS = "not verified: ";
    private static final String VERIFIED = "verified by ";

    private final Checks checks;
    private final Docket docket;

    Checked(Checks checks, Docket docket) {
        this.checks = checks;
        this.docket = docket;
    }

    /** {@code derived} as it stands under the checks; one that was set says by itself who verified it. */
    Entry entry(Entry derived) {
        if (checks.verify(derived, docket.matter()).isEmpty()
                || DerivedEntry.isSettled(derived)
                || derived.when().date().isEmpty()
                || docket.standing(derived.id()).date().isPresent()) {
            return derived;
        }
        if (!checks.isUnverified(derived, docket)) {
            return Checks.verification(derived, docket)
                    .map(said -> with(derived, VERIFIED + said.by()))
                    .orElse(derived);
        }
        Entry waits = with(derived, WAITS + "a second person has not looked at this date yet");
        return waits.status() == EntryStatus.OPEN ? waits.after(Happening.DERIVED, EntryStatus.PROPOSED) : waits;
    }

    private static Entry with(Entry derived, String step) {
        if (!(derived.origin() instanceof Origin.Derived origin)) {
            return derived;
        }
        List<String> steps = new ArrayList<>(origin.steps());
        steps.add(step);
        return derived.withOrigin(new Origin.Derived(origin.trigger(), origin.rule(), origin.occurrence(), steps));
    }

    /** Whether the steps of {@code stored} tell what the checks ask of it, so that its status comes from them. */
    static boolean isIn(Entry stored) {
        return stored.origin() instanceof Origin.Derived derived
                && derived.steps().stream().skip(1).anyMatch(Checked::isIn);
    }

    /** Whether {@code step} is one of these. */
    static boolean isIn(String step) {
        return step.startsWith(WAITS) || step.startsWith(VERIFIED);
    }
}
