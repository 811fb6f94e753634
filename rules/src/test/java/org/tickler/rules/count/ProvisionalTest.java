package org.tickler.rules.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates for now past the years of a calendar. 2041-03-08 is a Friday. */
class ProvisionalTest {
    @ParameterizedTest(name = "{1} {2} {3} {0}")
    @CsvSource({
        "2041-03-08, 21, DAYS, AFTER, 2041-03-29",
        "2041-03-09, 21, DAYS, AFTER, 2041-03-29",
        "2041-03-10, 21, DAYS, AFTER, 2041-03-29",
        "2041-03-08, 0, DAYS, AFTER, 2041-03-08",
        "2041-03-08, 5, DAYS, AFTER, 2041-03-13",
        "2041-03-08, 11, DAYS, BEFORE, 2041-02-18",
        "2041-03-08, 10, DAYS, BEFORE, 2041-02-15",
        "2041-03-08, 1, COURT_DAYS, AFTER, 2041-03-11",
        "2041-03-08, 0, COURT_DAYS, BEFORE, 2041-03-08",
        "2041-03-08, 1, COURT_DAYS, BEFORE, 2041-03-01",
        "2041-03-08, 16, COURT_DAYS, BEFORE, 2041-02-05",
        "2041-03-08, 2, WEEKS, AFTER, 2041-03-22",
        "2041-03-08, 2, WEEKS, BEFORE, 2041-02-15",
        "2041-01-31, 1, MONTHS, AFTER, 2041-02-28",
        "2041-03-31, 1, MONTHS, BEFORE, 2041-02-21",
        "2041-03-08, 1, YEARS, AFTER, 2042-03-07",
        "2041-03-08, 1, YEARS, BEFORE, 2040-03-01",
        "2041-03-05, 47, HOURS, AFTER, 2041-03-06",
        "2041-03-05, 48, HOURS, AFTER, 2041-03-07",
        "2041-03-08, 24, HOURS, BEFORE, 2041-02-28",
        "2041-03-08, 25, HOURS, BEFORE, 2041-02-27",
    })
    void isTheUnrolledDateMovedBackToAWeekday(
            LocalDate trigger, int count, PeriodUnit unit, Direction direction, LocalDate expected) {
        assertThat(Provisional.earliest(trigger, new Period(count, unit, direction)))
                .isEqualTo(expected);
    }

    /** Where a calendar does know the days, the date for now is never later than the one that it gives. */
    @Test
    void isNeverLaterThanWhatComesToBeKnown() {
        for (String law : new String[] {"us-frcp", "us-ca-ccp-1005", "us-fl", "gb-cpr", "us-tx-trcp"}) {
            for (LocalDate day = LocalDate.of(2024, 11, 1); day.getYear() < 2026; day = day.plusDays(1)) {
                for (int count : new int[] {1, 3, 5, 7, 14, 16, 30}) {
                    for (PeriodUnit unit : new PeriodUnit[] {PeriodUnit.DAYS, PeriodUnit.COURT_DAYS}) {
                        for (Direction direction : Direction.values()) {
                            isNoLater(new LawId(law), day, new Period(count, unit, direction));
                        }
                    }
                }
            }
        }
    }

    private static void isNoLater(LawId law, LocalDate day, Period period) {
        assertThat(Examples.COUNTER.count(CountRequest.of(law, day, period)))
                .isInstanceOfSatisfying(
                        Computation.Due.class,
                        due -> assertThat(Provisional.earliest(day, period))
                                .as("%s %s %s", law, period, day)
                                .isBeforeOrEqualTo(due.earliest().due().day()));
    }
}
