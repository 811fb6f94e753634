package org.tickler.calendars.ics;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When an item is, as its file says it. */
public sealed interface IcsTime {

    /** The first day, in the zone of the item for a timed one. */
    LocalDate date();

    /**
     * Civil days, from the first to the day after the last.
     */
    record AllDay(LocalDate from, LocalDate until) implements IcsTime {

        public AllDay {
            if (!until.isAfter(from)) {
                throw new IllegalArgumentException(
                        "all-day item: expected its exclusive end after " + from + ", found " + until);
            }
        }

        @Override
        public LocalDate date() {
            return from;
        }
    }

    /**
     * A local time in its zone. A time that a clock change skips is moved on by the length of the gap, and of a time
     * that comes twice the first is meant, as RFC 5545 says.
     *
     * @param end never before the start; empty where the file gives none
     */
    record Timed(ZonedDateTime start, Optional<ZonedDateTime> end, Zoning zoning) implements IcsTime {

        @Override
        public LocalDate date() {
            return start.toLocalDate();
        }
    }

    /** How the zone of a timed item came about. */
    enum Zoning {
        /** The file names a zone that is known. */
        NAMED,
        /** The file gives UTC: the instant is exact, its zone is the default one. */
        UTC,
        /** The file names no zone: the default one was taken. */
        FLOATING,
        /** The file names a zone that nobody knows: the default one was taken, with a problem that says so. */
        UNKNOWN
    }
}
