package org.tickler.calendars.ics;

import java.time.LocalDate;

/**
 * The days within which a recurring series is expanded. Events that stand in the file one by one are read wherever
 * they are.
 *
 * @param from the first day
 * @param until the day after the last
 */
public record IcsWindow(LocalDate from, LocalDate until) {

    public IcsWindow {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("window: expected its end at or after " + from + ", found " + until);
        }
    }

    boolean holds(LocalDate date) {
        return !date.isBefore(from) && date.isBefore(until);
    }
}
