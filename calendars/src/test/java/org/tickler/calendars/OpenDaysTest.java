package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenDaysTest {

    private static final LocalDate FRI_2026_10_09 = LocalDate.of(2026, 10, 9);
    private static final LocalDate SAT_2026_10_10 = LocalDate.of(2026, 10, 10);
    private static final LocalDate MON_2026_10_12 = LocalDate.of(2026, 10, 12);
    private static final LocalDate TUE_2026_10_13 = LocalDate.of(2026, 10, 13);

    private final OpenDays days = OpenDays.of(Courts.FEDERAL);

    private static LocalDate date(Landing landing) {
        return ((Landing.On) landing).date();
    }

    @Test
    void rollsForwardPastColumbusDayAndNamesEachDaySkipped() {
        assertThat(days.onOrAfter(SAT_2026_10_10))
                .isEqualTo(new Landing.On(
                        TUE_2026_10_13,
                        List.of(
                                skipped(SAT_2026_10_10, new CourtDay.Weekend(DayOfWeek.SATURDAY)),
                                skipped(SAT_2026_10_10.plusDays(1), new CourtDay.Weekend(DayOfWeek.SUNDAY)),
                                skipped(
                                        MON_2026_10_12,
                                        new Closure(
                                                "Columbus Day",
                                                ClosureKind.HOLIDAY,
                                                "5 U.S.C. 6103(a); Pub. L. 90-363")))));
    }

    private static Landing.Skipped skipped(LocalDate date, CourtDay.Reason why) {
        return new Landing.Skipped(date, List.of(why));
    }

    @Test
    void rollsBackwardPastColumbusDay() {
        assertThat(date(days.onOrBefore(MON_2026_10_12))).isEqualTo(FRI_2026_10_09);
    }

    @Test
    void staysOnAnOpenDay() {
        assertThat(days.onOrAfter(FRI_2026_10_09)).isEqualTo(new Landing.On(FRI_2026_10_09, List.of()));
        assertThat(days.onOrBefore(FRI_2026_10_09)).isEqualTo(new Landing.On(FRI_2026_10_09, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-09, 1, 2026-10-13",
        "2026-10-10, 1, 2026-10-13",
        "2026-10-09, 0, 2026-10-09",
        "2026-10-10, 0, 2026-10-13",
        "2026-12-23, 5, 2026-12-31",
        "2026-12-23, 6, 2027-01-04",
        "2027-12-30, 1, 2028-01-03",
        "2026-07-02, 1, 2026-07-06",
    })
    void countsOpenDaysForward(LocalDate start, int count, LocalDate end) {
        assertThat(date(days.plus(start, count))).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-13, 1, 2026-10-09",
        "2026-10-12, 1, 2026-10-09",
        "2026-10-13, 0, 2026-10-13",
        "2026-10-11, 0, 2026-10-09",
        "2026-11-30, 14, 2026-11-06",
        "2028-01-03, 1, 2027-12-30",
    })
    void countsOpenDaysBackward(LocalDate start, int count, LocalDate end) {
        assertThat(date(days.minus(start, count))).isEqualTo(end);
    }

    @Test
    void neverLandsOnAClosedDay() {
        for (LocalDate date = LocalDate.of(1960, 1, 5); date.getYear() < 2036; date = date.plusDays(1)) {
            for (Landing landing :
                    List.of(days.onOrAfter(date), days.onOrBefore(date), days.plus(date, 3), days.minus(date, 1))) {
                assertThat(Courts.FEDERAL.on(date(landing))).as(date.toString()).isEqualTo(new CourtDay.Open());
            }
        }
    }

    @Test
    void comesBackWhenItCountsForwardAndBackwardFromAnOpenDay() {
        for (LocalDate date = LocalDate.of(1961, 1, 5); date.getYear() < 2036; date = date.plusDays(1)) {
            if (Courts.FEDERAL.on(date) instanceof CourtDay.Open) {
                for (int count : List.of(0, 1, 2, 14)) {
                    assertThat(date(days.minus(date(days.plus(date, count)), count)))
                            .isEqualTo(date);
                }
            }
        }
    }

    @Test
    void skipsAsManyDaysAsLieBetween() {
        Landing.On landing = (Landing.On) days.plus(FRI_2026_10_09, 5);

        assertThat(landing.skipped()).hasSize((int) (landing.date().toEpochDay() - FRI_2026_10_09.toEpochDay()) - 5);
        assertThat(landing.skipped()).extracting(Landing.Skipped::date).isSorted();
    }

    @Test
    void doesNotGuessPastTheYearsThatAreVouchedFor() {
        assertThat(days.plus(LocalDate.of(2036, 12, 30), 2))
                .isEqualTo(new Landing.Unknown(
                        LocalDate.of(2037, 1, 1),
                        "the calendar us-federal vouches for 1960-01-01 to 2036-12-31, not for 2037-01-01"));
        assertThat(days.onOrBefore(LocalDate.of(1959, 12, 30))).isInstanceOf(Landing.Unknown.class);
        assertThat(days.minus(LocalDate.of(1960, 1, 4), 1)).isInstanceOf(Landing.Unknown.class);
        assertThat(days.plus(FRI_2026_10_09, Integer.MAX_VALUE)).isInstanceOf(Landing.Unknown.class);
    }

    @Test
    void countsAnUnsettledClosingEitherWay() {
        LocalDate wed = LocalDate.of(2025, 12, 24);
        OpenDays ofHolidaysOnly =
                OpenDays.counting(Courts.FEDERAL, EnumSet.of(ClosureKind.HOLIDAY, ClosureKind.OBSERVED_HOLIDAY));

        assertThat(date(days.onOrAfter(wed))).isEqualTo(LocalDate.of(2025, 12, 29));
        assertThat(date(ofHolidaysOnly.onOrAfter(wed))).isEqualTo(wed);
        assertThat(date(ofHolidaysOnly.onOrAfter(wed.plusDays(1)))).isEqualTo(LocalDate.of(2025, 12, 26));
    }

    @Test
    void refusesToCountBackwardByANegativeNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> days.plus(FRI_2026_10_09, -1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> days.minus(FRI_2026_10_09, -1));
    }
}
