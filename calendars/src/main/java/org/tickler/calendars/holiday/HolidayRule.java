package org.tickler.calendars.holiday;

import java.time.LocalDate;
import java.util.Optional;

/** Says on which date of a year something falls. */
public sealed interface HolidayRule permits FixedDate, NthWeekday, OneOff {

    /** The date in that year; empty if there is none, as for the 29th of February in most years. */
    Optional<LocalDate> in(int year);
}
