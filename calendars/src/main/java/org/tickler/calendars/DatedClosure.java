package org.tickler.calendars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tickler.calendars.holiday.HolidayRule;
import org.tickler.calendars.holiday.Validity;

/** A closure as a file states it: what it is, by which rule it comes back, in which years, and how it is observed. */
record DatedClosure(Closure closure, HolidayRule rule, Validity validity, List<ObservanceRule> observed) {

    DatedClosure {
        observed = List.copyOf(observed);
    }

    /** One day and what happens on it. */
    record Dated(LocalDate date, Closure closure) {}

    /** The days of this closure whose actual date is in that year; an observed one may be in the year before. */
    List<Dated> in(int year) {
        List<Dated> days = new ArrayList<>();
        rule.in(year).filter(validity::contains).ifPresent(actual -> {
            days.add(new Dated(actual, closure));
            for (ObservanceRule observance : observed) {
                observance.when().of(actual).ifPresent(kept -> days.add(new Dated(kept, observedBy(observance))));
            }
        });
        return days;
    }

    private Closure observedBy(ObservanceRule observance) {
        return new Closure(
                closure.name() + " (observed)",
                ClosureKind.OBSERVED_HOLIDAY,
                closure.authority() + "; " + observance.authority());
    }
}
