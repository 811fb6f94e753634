package org.tickler.rules.count;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Dates for now, where a calendar vouches for none. */
public final class Provisional {
    private Provisional() {}

    /**
     * The earliest day on which {@code period} from {@code trigger} can end, whatever closures come to be known: after its
     * trigger the unrolled date, court days counted as weekdays; before it likewise, court days with room for as many closures
     * as courts have had around the turn of a year, three and one for each week begun; always moved back to a weekday. Days
     * that service adds are left out after a trigger.
     */
    public static LocalDate earliest(LocalDate trigger, Period period) {
        int sign = period.direction().sign();
        long count = (long) period.count() * sign;
        LocalDate end = switch (period.unit()) {
            case HOURS -> trigger.plusDays(sign > 0 ? count / 24 : -((period.count() + 23L) / 24));
            case DAYS -> isShortBefore(period) ? weekdays(trigger, period) : trigger.plusDays(count);
            case COURT_DAYS -> weekdays(trigger, period);
            case WEEKS -> trigger.plusWeeks(count);
            case MONTHS -> trigger.plusMonths(count);
            case YEARS -> trigger.plusYears(count);
        };
        while (isWeekend(end)) {
            end = end.minusDays(1);
        }
        return end;
    }

    /** Whether some law may leave out closed days of a period that is counted back, and so go back further. */
    private static boolean isShortBefore(Period period) {
        return period.direction() == Direction.BEFORE && period.count() <= 10;
    }

    private static LocalDate weekdays(LocalDate trigger, Period period) {
        boolean before = period.direction() == Direction.BEFORE && period.count() > 0;
        int room = before ? 3 + (period.count() + 4) / 5 : 0;
        LocalDate day = trigger;
        for (int left = period.count() + room; left > 0; ) {
            day = day.plusDays(period.direction().sign());
            left -= isWeekend(day) ? 0 : 1;
        }
        return day;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
