package org.tickler.rules.count;

import java.time.LocalDate;
import org.tickler.calendars.CourtDay;

/** Dates for now, where a calendar vouches for none. */
public final class Provisional {
    /** As many weekdays as courts have closed in a row. */
    private static final int CLOSED_TOGETHER = 3;

    /** As many weekdays as a count back may pass over at its start and at its end together. */
    private static final int AT_BOTH_ENDS = 5;

    private Provisional() {}

    /**
     * The earliest day on which {@code period} from {@code trigger} can end, whatever closures come to be known: after its
     * trigger the unrolled date, court days counted as weekdays; before it five weekdays earlier, since it may start and end on closed
     * days that it goes back over, and court days with room for as many closures as courts have had around the turn of a year, three and one for
     * each week begun; always moved back to a weekday. Days that service adds are left out.
     */
    public static LocalDate earliest(LocalDate trigger, Period period) {
        int sign = period.direction().sign();
        long count = (long) period.count() * sign;
        LocalDate end = switch (period.unit()) {
            case HOURS -> trigger.plusDays(sign > 0 ? count / 24 : -((period.count() + 23L) / 24));
            case DAYS ->
                isShortBefore(period) ? weekdays(trigger, period.count(), period.direction()) : trigger.plusDays(count);
            case COURT_DAYS -> weekdays(trigger, period.count(), period.direction());
            case WEEKS -> trigger.plusWeeks(count);
            case MONTHS -> trigger.plusMonths(count);
            case YEARS -> trigger.plusYears(count);
        };
        boolean rollsBack = period.direction() == Direction.BEFORE && !isCountedInWeekdays(period);
        return weekdayBefore(end, rollsBack && period.count() > 0 ? AT_BOTH_ENDS : 0);
    }

    /**
     * The {@code count}th weekday from {@code trigger}, which is not counted itself; before it with room for closures, three and
     * one for each week begun; {@code trigger}, whatever day it is, for none.
     */
    public static LocalDate weekdays(LocalDate trigger, int count, Direction direction) {
        boolean before = direction == Direction.BEFORE && count > 0;
        int room = before ? CLOSED_TOGETHER + (count + 4) / 5 : 0;
        LocalDate day = trigger;
        for (int left = count + room; left > 0; ) {
            day = day.plusDays(direction.sign());
            left -= CourtDay.Weekend.isWeekend(day) ? 0 : 1;
        }
        return day;
    }

    /** The day itself or the weekday before it, and {@code more} weekdays earlier. */
    private static LocalDate weekdayBefore(LocalDate end, int more) {
        LocalDate day = end;
        for (int left = more; left > 0 || CourtDay.Weekend.isWeekend(day); ) {
            left -= CourtDay.Weekend.isWeekend(day) ? 0 : 1;
            day = day.minusDays(1);
        }
        return day;
    }

    private static boolean isCountedInWeekdays(Period period) {
        return period.unit() == PeriodUnit.COURT_DAYS || period.unit() == PeriodUnit.DAYS && isShortBefore(period);
    }

    /** Whether some law may leave out closed days of a period that is counted back, and so go back further. */
    private static boolean isShortBefore(Period period) {
        return period.direction() == Direction.BEFORE && period.count() <= 10;
    }
}
