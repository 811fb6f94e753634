package org.tickler.calendars.ics;

/** The three states that iCalendar knows of an event; anything finer belongs into its words. */
public enum IcsStatus {
    CONFIRMED,
    TENTATIVE,
    CANCELLED
}
