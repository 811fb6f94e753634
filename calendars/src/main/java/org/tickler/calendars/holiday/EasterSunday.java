package org.tickler.calendars.holiday;

import java.time.LocalDate;
import java.util.Optional;

/** Easter Sunday of the Western churches: the first Sunday after the full moon of the church on or after 21 March. */
public record EasterSunday() implements HolidayRule {

    /** Reckoned as the Gregorian calendar of 1582 does (Meeus, Jones and Butcher); before that year it is no history. */
    @Override
    public Optional<LocalDate> in(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int moonShift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int daysFromMarch = epact + weekday - 7 * late + 21;
        return Optional.of(LocalDate.of(year, 3, 1).plusDays(daysFromMarch));
    }
}
