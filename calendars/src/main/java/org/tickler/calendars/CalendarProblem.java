package org.tickler.calendars;

import org.tickler.calendars.text.ProblemCode;

/** What can be wrong with calendar files, beyond what can be wrong with any YAML file. */
public enum CalendarProblem implements ProblemCode {
    /** A name that is no calendar's name, such as {@code US NYSD}. */
    BAD_CALENDAR_ID("bad-calendar-id"),
    /** Two files define the same calendar. */
    DUPLICATE_CALENDAR("duplicate-calendar"),
    /** A calendar stands over, or in the state of, or a file amends, one that no file defines. */
    UNKNOWN_CALENDAR("unknown-calendar"),
    /** A calendar stands over itself or in its own state, by way of others or directly. */
    CALENDAR_CYCLE("calendar-cycle"),
    /** Nothing says which statute, order or notice closes the court. */
    MISSING_AUTHORITY("missing-authority"),
    /** A rule that names no day, such as {@code 3rd Mon of January}. */
    BAD_DAY("bad-day"),
    /** An entry is kept as by an observance that its file does not list. */
    UNKNOWN_OBSERVANCE("unknown-observance"),
    /** An event of an .ics file that is no closure, or cannot be read. */
    BAD_EVENT("bad-event"),
    /**
     * Coverage that ends before it starts, goes beyond what the calendar below vouches for, or shares no day with that
     * of the state.
     */
    BAD_COVERAGE("bad-coverage"),
    /** Nothing says which years a calendar vouches for. */
    MISSING_COVERAGE("missing-coverage"),
    /** A single day on which the calendar is unknown anyway. A warning. */
    OUTSIDE_COVERAGE("outside-coverage"),
    /** A single day on which the court is closed anyway. A warning. */
    WEEKEND("weekend");

    private final String code;

    CalendarProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
