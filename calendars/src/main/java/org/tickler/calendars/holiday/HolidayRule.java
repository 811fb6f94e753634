package org.tickler.calendars.holiday;

import java.time.LocalDate;
import java.util.Optional;

/** Says on which date of a year something falls. */
public sealed interface HolidayRule permits FixedDate, NthWeekday, NearWeekday, EasterSunday, DaysFrom, OneOff {

    /**
     * The date that belongs to that year; empty if there is none, as for the 29th of February in most years. It lies in
     * that year, but for rules that count from another day ({@link NearWeekday}, {@link DaysFrom}): there the other day
     * lies in it, and the date at most a year away.
     */
    Optional<LocalDate> in(int year);
}
