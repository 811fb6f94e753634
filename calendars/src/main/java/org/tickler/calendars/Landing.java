package org.tickler.calendars;

import java.time.LocalDate;
import java.util.List;

/** Where a count of open days ends. */
public sealed interface Landing {

    /**
     * On an open day.
     *
     * @param skipped the closed days that were passed over, in the order in which the count met them
     */
    record On(LocalDate date, List<Skipped> skipped) implements Landing {
        public On {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Nowhere: the count came to a day of which the calendar knows nothing.
     *
     * @param reached that day
     */
    record Unknown(LocalDate reached, String why) implements Landing {}

    /** A closed day that a count passed over. */
    record Skipped(LocalDate date, List<CourtDay.Reason> why) {
        public Skipped {
            why = List.copyOf(why);
        }
    }
}
