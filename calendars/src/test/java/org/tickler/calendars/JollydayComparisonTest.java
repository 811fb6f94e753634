package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the federal calendar with an independent source, which is about the United States at large, not about
 * its courts. Every difference stands here with its reason.
 */
class JollydayComparisonTest {

    private final HolidayManager jollyday =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_STATES));

    private Set<LocalDate> theirs(int year) {
        return jollyday.getHolidays(Year.of(year)).stream()
                .filter(holiday -> holiday.getType().name().equals("PUBLIC_HOLIDAY"))
                .map(Holiday::getActualDate)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<LocalDate> ours(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> Courts.FEDERAL.on(date) instanceof CourtDay.Closed closed
                        && closed.why().stream()
                                .anyMatch(
                                        why -> why instanceof Closure closure && closure.kind() == ClosureKind.HOLIDAY))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void differsOnlyWhereThereIsAReason() {
        Map<LocalDate, String> differences = new TreeMap<>();
        for (int year = 1971; year <= 2036; year++) {
            Set<LocalDate> ours = ours(year);
            Set<LocalDate> theirs = theirs(year);
            ours.stream().filter(date -> !theirs.contains(date)).forEach(date -> differences.put(date, "only ours"));
            theirs.stream().filter(date -> !ours.contains(date)).forEach(date -> differences.put(date, "only theirs"));
        }

        assertThat(differences).isEqualTo(explained());
    }

    private static Map<LocalDate, String> explained() {
        Map<LocalDate, String> reasons = new TreeMap<>();
        for (int year = 1971; year <= 2036; year++) {
            // Columbus Day is a federal holiday (5 U.S.C. 6103(a), Fed. R. Civ. P. 6(a)(6)(A)); Jollyday leaves it out
            // on purpose.
            reasons.put(nthMonday(year, Month.OCTOBER, 2), "only ours");
        }
        for (int year = 1971; year <= 1977; year++) {
            // Pub. L. 90-363 moved Veterans Day to the fourth Monday of October until Pub. L. 94-97 moved it back.
            reasons.put(nthMonday(year, Month.OCTOBER, 4), "only ours");
            reasons.put(LocalDate.of(year, 11, 11), "only theirs");
        }
        return reasons;
    }

    private static LocalDate nthMonday(int year, Month month, int n) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, DayOfWeek.MONDAY));
    }
}
