package org.tickler.rules.pack;

import org.tickler.calendars.text.ProblemCode;
import org.tickler.calendars.text.Words;

/** What can be wrong with an overlay, beside what can be wrong with a pack. */
public enum OverlayProblem implements ProblemCode {
    /** A rule that is replaced or left out, and that nothing under the overlay has. */
    UNKNOWN_RULE,
    /** A rule, an event or a fact of a name that something under the overlay has already. */
    TAKEN_NAME,
    /** Two overlays of equal rank that both change one rule before one court. */
    OVERLAY_TIE;

    @Override
    public String code() {
        return Words.of(this);
    }
}
