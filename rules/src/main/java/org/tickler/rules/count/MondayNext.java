package org.tickler.rules.count;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Days;

/** The Monday next after a period, at ten (Tex. R. Civ. P. 99(b)). */
final class MondayNext {
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private final LawText text;
    private final Choices choices;
    private final DayWalk walk;
    private final CourtDays days;

    MondayNext(LawText text, Choices choices, DayWalk walk, CourtDays days) {
        this.text = text;
        this.choices = choices;
        this.walk = walk;
        this.days = days;
    }

    /** The period's last day is not rolled; a last day that is a Monday itself gives the Monday after. */
    DueMoment due(LocalDate end, List<String> steps) {
        LocalDate monday = end.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        steps.add("The Monday next after that is " + Days.words(monday) + ", 10:00.");
        List<String> why = days.closedBy(monday);
        if (why.isEmpty()) {
            return new DueMoment(monday, Optional.of(TEN));
        }
        LocalDate open = walk.open(monday, 1);
        walk.forget();
        Optional<LocalTime> hour =
                choices.pick("hour after a holiday", text.ending().mondayAfterHoliday());
        steps.add(Days.words(monday) + " is closed (" + String.join(", ", why) + "); the period runs on to "
                + Days.words(open) + hour.map(time -> ", " + time).orElse(", the end of that day") + ".");
        return new DueMoment(open, hour);
    }
}
