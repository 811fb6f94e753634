package org.tickler.calendars;

/** Why a court is closed, and what that means for filing. */
public enum ClosureKind {
    /** A day that a statute sets aside. A period that ends on it runs on (Fed. R. Civ. P. 6(a)(6)(A)). */
    HOLIDAY(Filing.CLOSED),
    /**
     * The weekday on which a holiday of the weekend is kept. Courts close and practice counts it like the holiday,
     * although Rule 6 does not say so.
     */
    OBSERVED_HOLIDAY(Filing.CLOSED),
    /**
     * A holiday of the state where a federal court sits. The court is open and court days count it; only a period that
     * is measured after an event runs on when it ends on one (Fed. R. Civ. P. 6(a)(6)(C)), never one that is counted
     * backward.
     */
    STATE_HOLIDAY(Filing.OPEN),
    /**
     * A day closed by an act of the executive. Whether it is a legal holiday is unsettled: a law of counting may
     * take it either way, and the safe reading takes it as open where that makes a date earlier.
     */
    PROCLAIMED(Filing.UNSETTLED),
    /**
     * The clerk's office cannot be reached (Fed. R. Civ. P. 6(a)(3)): always to the first accessible day after,
     * even in a period counted backward.
     */
    CLERK_INACCESSIBLE(Filing.CLOSED),
    /** The building is closed while filing goes on electronically. No period is extended. */
    BUILDING_ONLY(Filing.OPEN);

    /** Whether something can be filed on the day. */
    public enum Filing {
        CLOSED,
        OPEN,
        /** Authorities differ. */
        UNSETTLED
    }

    private final Filing filing;

    ClosureKind(Filing filing) {
        this.filing = filing;
    }

    public Filing filing() {
        return filing;
    }

    /** Whether it is a holiday of the calendar's own: by its date, or by the weekday on which it is kept. */
    public boolean isHoliday() {
        return this == HOLIDAY || this == OBSERVED_HOLIDAY;
    }

    /** Whether a business keeps the day too: {@link #isHoliday()}, not the troubles of one court. */
    public boolean closesBusiness() {
        return isHoliday();
    }
}
