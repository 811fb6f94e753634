package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of open days says what a walk from day to day finds. */
class OpenDayTableTest {
    private static final int[] COUNTS = {0, 1, 2, 3, 10, 23};
    private static final Set<ClosureKind> ALL = EnumSet.allOf(ClosureKind.class);
    private static final CourtCalendar SHORT = calendar("2027-01-02", "2027-02-28");

    private static CourtCalendar calendar(String from, String to) {
        Coverage coverage = new Coverage(LocalDate.parse(from), LocalDate.parse(to), LocalDate.parse("2026-11-26"));
        return new CourtCalendar(
                new CalendarId("short"),
                new CalendarHeading("Short", Optional.empty(), Optional.empty(), Optional.empty()),
                coverage,
                List.of(),
                Optional.empty());
    }

    static Stream<Arguments> calendars() {
        return Stream.of(
                Arguments.of(Courts.FEDERAL, EnumSet.of(ClosureKind.HOLIDAY)),
                Arguments.of(Courts.NYSD, ALL),
                Arguments.of(Courts.NYSD, EnumSet.noneOf(ClosureKind.class)),
                Arguments.of(SHORT, ALL),
                Arguments.of(calendar("2024-03-15", "2028-10-15"), ALL),
                Arguments.of(calendar("2026-01-01", "2028-02-29"), ALL),
                Arguments.of(calendar("2027-02-28", "2028-12-31"), ALL),
                Arguments.of(calendar("2027-01-09", "2027-01-10"), ALL),
                Arguments.of(calendar("2027-01-11", "2027-01-11"), ALL));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calendars")
    void landsWhereAWalkFromDayToDayDoes(CourtCalendar calendar, Set<ClosureKind> kinds) {
        OpenDays days = OpenDays.counting(calendar, kinds);
        LocalDate last = calendar.coverage().to().plusDays(3);
        for (LocalDate day = calendar.coverage().from().minusDays(3); day.isBefore(last); day = day.plusDays(1)) {
            for (int count : COUNTS) {
                Landing on = count == 0
                        ? walk(calendar, kinds, day, 0, 1)
                        : walk(calendar, kinds, day.plusDays(1), count - 1, 1);
                Landing back = count == 0
                        ? walk(calendar, kinds, day, 0, -1)
                        : walk(calendar, kinds, day.minusDays(1), count - 1, -1);
                if (!days.plus(day, count).equals(on) || !days.minus(day, count).equals(back)) {
                    assertThat(days.plus(day, count)).isEqualTo(on);
                    assertThat(days.minus(day, count)).isEqualTo(back);
                }
                if (!days.datePlus(day, count).equals(date(on))
                        || !days.dateMinus(day, count).equals(date(back))) {
                    assertThat(days.datePlus(day, count))
                            .as("%s + %s", day, count)
                            .isEqualTo(date(on));
                    assertThat(days.dateMinus(day, count))
                            .as("%s - %s", day, count)
                            .isEqualTo(date(back));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calendars")
    void vouchesForAsManyDaysAsItsCalendarAndTellsWhichAreOpen(CourtCalendar calendar, Set<ClosureKind> kinds) {
        OpenDays days = OpenDays.counting(calendar, kinds);
        LocalDate last = calendar.coverage().to().plusDays(400);
        for (LocalDate day = calendar.coverage().from().minusDays(400); day.isBefore(last); day = day.plusDays(1)) {
            LocalDate asked = day;
            if (calendar.on(day) instanceof CourtDay.Unknown unknown) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> days.isOpen(asked))
                        .withMessage(unknown.why());
            } else {
                assertThat(days.isOpen(day))
                        .as(day.toString())
                        .isEqualTo(why(calendar.on(day), kinds).isEmpty());
            }
        }
    }

    @Test
    void countsAcrossTheWholeCoverageAndNoFurther() {
        OpenDays days = OpenDays.counting(Courts.FEDERAL, ALL);
        LocalDate first = days.dateOnOrAfter(Courts.FEDERAL.coverage().from()).orElseThrow();
        LocalDate last = days.dateOnOrBefore(Courts.FEDERAL.coverage().to()).orElseThrow();
        int open = (int) first.datesUntil(last).filter(days::isOpen).count();

        assertThat(days.datePlus(first, open)).contains(last);
        assertThat(days.dateMinus(last, open)).contains(first);
        assertThat(days.datePlus(first, open + 1)).isEmpty();
        assertThat(days.dateMinus(last, open + 1)).isEmpty();
        assertThat(days.datePlus(last, Integer.MAX_VALUE)).isEmpty();
        assertThat(days.dateMinus(first, Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void knowsWhichDaysAreOpenAndRefusesThoseItDoesNotVouchFor() {
        OpenDays days = OpenDays.of(SHORT);

        assertThat(days.isOpen(LocalDate.parse("2027-01-04"))).isTrue();
        assertThat(days.isOpen(LocalDate.parse("2027-01-03"))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> days.isOpen(LocalDate.parse("2027-01-01")))
                .withMessageContaining("2027-01-02 to 2027-02-28");
        assertThatIllegalArgumentException().isThrownBy(() -> days.isOpen(LocalDate.parse("2027-03-01")));
    }

    /** Months of these years have numbers that, as an int, would be those of the coverage. */
    @Test
    void isNotConfusedByTheEndOfTime() {
        OpenDays days = OpenDays.of(SHORT);

        for (LocalDate far : List.of(LocalDate.MIN, LocalDate.MAX, LocalDate.of(357_915_968, 5, 4))) {
            assertThatIllegalArgumentException().isThrownBy(() -> days.isOpen(far));
            assertThat(days.dateOnOrAfter(far)).isEmpty();
            assertThat(days.dateOnOrBefore(far)).isEmpty();
        }
        assertThat(days.dateMinus(LocalDate.MAX, 1)).isEmpty();
        assertThat(days.datePlus(LocalDate.MIN, 1)).isEmpty();
        assertThatExceptionOfType(java.time.DateTimeException.class).isThrownBy(() -> days.plus(LocalDate.MAX, 1));
    }

    @Test
    void refusesToCountANegativeNumberOfDays() {
        OpenDays days = OpenDays.of(SHORT);
        LocalDate day = LocalDate.parse("2027-01-04");

        assertThatIllegalArgumentException().isThrownBy(() -> days.datePlus(day, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> days.dateMinus(day, -1));
    }

    private static Optional<LocalDate> date(Landing landing) {
        return landing instanceof Landing.On on ? Optional.of(on.date()) : Optional.empty();
    }

    private static Landing walk(
            CourtCalendar calendar, Set<ClosureKind> kinds, LocalDate from, int openToPass, int step) {
        List<Landing.Skipped> skipped = new ArrayList<>();
        int left = openToPass;
        for (LocalDate date = from; ; date = date.plusDays(step)) {
            CourtDay day = calendar.on(date);
            if (day instanceof CourtDay.Unknown unknown) {
                return new Landing.Unknown(date, unknown.why());
            }
            List<CourtDay.Reason> why = why(day, kinds);
            if (!why.isEmpty()) {
                skipped.add(new Landing.Skipped(date, why));
            } else if (left-- == 0) {
                return new Landing.On(date, skipped);
            }
        }
    }

    private static List<CourtDay.Reason> why(CourtDay day, Set<ClosureKind> kinds) {
        return day instanceof CourtDay.Closed closed
                ? closed.why().stream()
                        .filter(reason -> reason instanceof CourtDay.Weekend
                                || reason instanceof Closure closure && kinds.contains(closure.kind()))
                        .toList()
                : List.of();
    }
}
