package org.tickler.calendars;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.holiday.HolidayRule;
import org.tickler.calendars.holiday.Validity;

/** A closure as a file states it: what it is, by which rule it comes back, in which years, and how it is observed. */
record DatedClosure(Closure closure, HolidayRule rule, Validity validity, List<ObservanceRule> observed) {

    DatedClosure {
        observed = List.copyOf(observed);
    }

    /** The day on which it falls by the rule of that year; empty if there is none, or it was not law then. */
    Optional<LocalDate> in(int year) {
        return rule.in(year).filter(validity::contains);
    }

    /** What closes the day on which it is kept. */
    Closure observedBy(ObservanceRule observance) {
        return new Closure(
                closure.name() + " (observed)",
                ClosureKind.OBSERVED_HOLIDAY,
                closure.authority() + "; " + observance.authority());
    }
}
