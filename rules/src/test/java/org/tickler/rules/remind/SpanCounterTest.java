package org.tickler.rules.remind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.Closure;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.WorkingHours;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.sample.SampleFirm;

/** Counting, held against a count by fingers over every day of ten years. */
class SpanCounterTest {
    private static final SpanCounter COUNTER = new SpanCounter(SampleFirm.FIRM, SampleFirm.CALENDARS);
    private static final Optional<CalendarId> NYSD = Optional.of(new CalendarId("us-nysd"));

    private static boolean courtIsOpen(LocalDate day) {
        return switch (SampleFirm.CALENDARS.get(NYSD.orElseThrow()).on(day)) {
            case CourtDay.Open open -> true;
            case CourtDay.Closed closed ->
                closed.why().stream()
                        .allMatch(reason ->
                                reason instanceof Closure closure && closure.kind() == ClosureKind.STATE_HOLIDAY);
            case CourtDay.Unknown unknown -> throw new IllegalStateException(unknown.why());
        };
    }

    private static boolean firmWorks(LocalDate day) {
        return switch (SampleFirm.CALENDARS.get(new CalendarId("harper-lin")).on(day)) {
            case CourtDay.Open open -> true;
            case CourtDay.Closed closed ->
                closed.why().stream()
                        .noneMatch(reason -> reason instanceof CourtDay.Weekend
                                || reason instanceof Closure closure
                                        && closure.kind().closesBusiness());
            case CourtDay.Unknown unknown -> throw new IllegalStateException(unknown.why());
        };
    }

    private static LocalDate byFingers(LocalDate from, int count, Side side, Predicate<LocalDate> open) {
        int step = side == Side.BEFORE ? -1 : 1;
        LocalDate day = from;
        if (count == 0) {
            while (!open.test(day)) {
                day = day.plusDays(step);
            }
            return day;
        }
        for (int left = count; left > 0; ) {
            day = day.plusDays(step);
            left -= open.test(day) ? 1 : 0;
        }
        return day;
    }

    @ParameterizedTest(name = "{0} days {1}")
    @CsvSource({
        "0, BEFORE",
        "1, BEFORE",
        "2, BEFORE",
        "5, BEFORE",
        "14, BEFORE",
        "0, AFTER",
        "1, AFTER",
        "3, AFTER",
        "30, AFTER"
    })
    void countsCourtAndBusinessDaysAsFingersDo(int count, Side side) {
        LocalDate end = LocalDate.of(2033, 1, 1);
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            assertThat(COUNTER.days(day, new TimeSpan(count, Unit.COURT_DAYS), side, NYSD)
                            .day())
                    .as("court days from " + day)
                    .isEqualTo(byFingers(day, count, side, SpanCounterTest::courtIsOpen));
            assertThat(COUNTER.days(day, new TimeSpan(count, Unit.BUSINESS_DAYS), side, NYSD)
                            .day())
                    .as("business days from " + day)
                    .isEqualTo(byFingers(day, count, side, SpanCounterTest::firmWorks));
        }
    }

    /** A calendar that knows nothing gives a day that no later knowledge, as courts close now, would make too late. */
    @ParameterizedTest(name = "{0} court days {1}")
    @CsvSource({"0, BEFORE", "1, BEFORE", "5, BEFORE", "14, BEFORE", "30, BEFORE", "1, AFTER", "14, AFTER", "30, AFTER"
    })
    void isEarlyEnoughWhereNothingIsKnown(int count, Side side) {
        LocalDate end = LocalDate.of(2033, 1, 1);
        TimeSpan span = new TimeSpan(count, Unit.COURT_DAYS);
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            SpanCounter.Counted unknown = COUNTER.days(day, span, side, Optional.empty());
            LocalDate known = COUNTER.days(day, span, side, NYSD).day();
            if (count > 0) {
                assertThat(unknown.day()).as("from " + day).isBeforeOrEqualTo(known);
            }
            assertThat(unknown.confirmed()).isFalse();
            assertThat(unknown.day().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }

    @ParameterizedTest(name = "{0} months {1} {2}: {3}")
    @CsvSource({
        "1, BEFORE, 2026-03-31, 2026-02-28",
        "1, BEFORE, 2024-03-31, 2024-02-29",
        "1, AFTER, 2026-01-31, 2026-02-28",
        "12, AFTER, 2024-02-29, 2025-02-28",
    })
    void clipsMonthsToTheirEnd(int count, Side side, LocalDate from, LocalDate expected) {
        assertThat(COUNTER.days(from, new TimeSpan(count, Unit.MONTHS), side, NYSD))
                .isEqualTo(new SpanCounter.Counted(expected, List.of(), true));
    }

    @Test
    void countsElapsedTimeOnTheClock() {
        Instant from = Instant.parse("2026-03-08T06:30:00Z");
        for (int count = 0; count < 50; count++) {
            assertThat(COUNTER.clock(from, new TimeSpan(count, Unit.HOURS), Side.AFTER))
                    .isEqualTo(from.plus(Duration.ofHours(count)));
            assertThat(COUNTER.clock(from, new TimeSpan(count, Unit.MINUTES), Side.BEFORE))
                    .isEqualTo(from.minus(Duration.ofMinutes(count)));
        }
    }

    /** One hour of work more is an hour later or more, and never outside the firm's hours. */
    @Test
    void staysWithinTheFirmsHours() {
        Instant from = Instant.parse("2026-03-08T06:30:00Z");
        for (Side side : Side.values()) {
            for (int count = 1; count < 200; count++) {
                Instant at = COUNTER.clock(from, new TimeSpan(count, Unit.BUSINESS_HOURS), side);
                var local = at.atZone(ZoneId.of("America/New_York"));
                assertThat(firmWorks(local.toLocalDate()))
                        .as(count + " " + side)
                        .isTrue();
                assertThat(local.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(17, 30));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void refusesSpansOfTheOtherSort(Unit unit) {
        TimeSpan span = new TimeSpan(1, unit);
        if (unit.ofClock()) {
            assertThatThrownBy(() -> COUNTER.days(LocalDate.of(2026, 3, 10), span, Side.BEFORE, NYSD))
                    .hasMessage("a span in days or longer is wanted, but was: " + span);
        } else {
            assertThatThrownBy(() -> COUNTER.clock(Instant.EPOCH, span, Side.BEFORE))
                    .hasMessage("a span on the clock is wanted, but was: " + span);
        }
    }

    @ParameterizedTest(name = "on {0} the firm opens at {1}")
    @CsvSource({"2026-03-09, 10:00", "2026-03-10, 08:30", "2026-03-14, 10:00", "2026-03-15, 10:00"})
    void opensOnFreeDaysAsOnTheFirstWorkday(LocalDate day, LocalTime expected) {
        Firm firm = new Firm(
                "Late on Mondays",
                ZoneId.of("America/New_York"),
                WorkingHours.parse("Mon 10:00-17:00, Tue-Fri 08:30-12:00, Tue-Fri 13:00-17:00"),
                Optional.empty(),
                SampleFirm.FIRM.lastResort());
        assertThat(new SpanCounter(firm, SampleFirm.CALENDARS).opening(day)).isEqualTo(expected);
    }

    @Test
    void findsTheLastWorkingDayOnWhichSomebodyIsThere() {
        LocalDate sunday = LocalDate.of(2026, 3, 8);
        assertThat(COUNTER.lastWorkingDay(sunday, day -> true)).contains(LocalDate.of(2026, 3, 5));
        assertThat(COUNTER.lastWorkingDay(sunday, day -> day.getDayOfMonth() < 4))
                .contains(LocalDate.of(2026, 3, 3));
        assertThat(COUNTER.lastWorkingDay(sunday, day -> false)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "1, DAYS, 1 day",
        "0, DAYS, 0 days",
        "4, BUSINESS_HOURS, 4 business hours",
        "1, COURT_DAYS, 1 court day",
        "2, WEEKS, 2 weeks",
    })
    void writesSpansAsRulesDo(int count, Unit unit, String expected) {
        assertThat(new TimeSpan(count, unit)).hasToString(expected);
        assertThatThrownBy(() -> new TimeSpan(-1, unit)).isInstanceOf(IllegalArgumentException.class);
    }
}
