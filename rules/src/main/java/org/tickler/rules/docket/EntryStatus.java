package org.tickler.rules.docket;

/** Where an entry stands in its life. Nothing is deleted. */
public enum EntryStatus {
    /** It has no date yet. */
    WAITING,
    /** Entered, and not yet verified by a second person; it reminds. */
    PROPOSED,
    OPEN,
    /** Its date is unconfirmed, or an extension is asked for and not granted; it reminds. */
    PROVISIONAL,
    STAYED,
    /** Said to be done, without receipt. */
    CLAIMED,
    DONE,
    WAIVED,
    CANCELLED,
    SUPERSEDED;

    /** Whether an entry in this status still calls for reminders. */
    public boolean reminds() {
        return switch (this) {
            case PROPOSED, OPEN, PROVISIONAL, CLAIMED -> true;
            case WAITING, STAYED, DONE, WAIVED, CANCELLED, SUPERSEDED -> false;
        };
    }

    /** Whether an entry in this status has come to its end, one way or the other. */
    public boolean isOver() {
        return switch (this) {
            case DONE, WAIVED, CANCELLED, SUPERSEDED -> true;
            case WAITING, PROPOSED, OPEN, PROVISIONAL, STAYED, CLAIMED -> false;
        };
    }
}
