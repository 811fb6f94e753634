package org.tickler.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What a calendar says of one day. {@code Closed} lists every reason; which of them stop a period is for the law of
 * counting to say.
 */
public sealed interface CourtDay {

    /** An ordinary day of business. */
    record Open() implements CourtDay {}

    /**
     * A weekend day, or a day with a closure of any kind, {@link ClosureKind#BUILDING_ONLY} included.
     *
     * @param why never empty; the weekend first
     */
    record Closed(List<Reason> why) implements CourtDay {
        public Closed {
            why = List.copyOf(why);
            if (why.isEmpty()) {
                throw new IllegalArgumentException("a closed day needs a reason, but had none");
            }
        }
    }

    /**
     * A day for which the calendar's data does not vouch, weekends included.
     *
     * @param why which calendar vouches for which days
     */
    record Unknown(String why) implements CourtDay {}

    /** Why a court is closed. */
    sealed interface Reason permits Weekend, Closure {
        /** As people know the day. */
        String name();
    }

    /** Saturday or Sunday. */
    record Weekend(DayOfWeek day) implements Reason {
        public Weekend {
            if (!isWeekend(day)) {
                throw new IllegalArgumentException("a weekend day is Saturday or Sunday, but was " + day);
            }
        }

        /** Whether {@code date} is a Saturday or Sunday. */
        public static boolean isWeekend(LocalDate date) {
            return isWeekend(date.getDayOfWeek());
        }

        private static boolean isWeekend(DayOfWeek day) {
            return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        }

        @Override
        public String name() {
            return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
        }
    }
}
