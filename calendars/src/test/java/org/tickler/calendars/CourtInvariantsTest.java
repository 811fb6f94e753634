package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every shipped calendar on every day for which it vouches. */
class CourtInvariantsTest {

    static Stream<CourtCalendar> courts() {
        CalendarBook book = Courts.with();
        return book.ids().stream().map(book::get);
    }

    private static Stream<LocalDate> everyDay(CourtCalendar court) {
        return court.coverage().from().datesUntil(court.coverage().to().plusDays(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("courts")
    void aDayIsClosedForReasonsThatHaveAnAuthority(CourtCalendar court) {
        everyDay(court).forEach(date -> {
            boolean weekend = CourtDay.Weekend.isWeekend(date);
            switch (court.on(date)) {
                case CourtDay.Unknown unknown -> throw new AssertionError(court + " does not know " + date);
                case CourtDay.Open open -> check(!weekend, court, date, "a weekend is closed");
                case CourtDay.Closed closed -> {
                    boolean first = closed.why().getFirst() instanceof CourtDay.Weekend;
                    check(first == weekend, court, date, "the weekend comes first");
                    closed.why().stream().skip(weekend ? 1 : 0).forEach(why -> check((Closure) why, court, date));
                }
            }
        });
        assertThat(court.on(court.coverage().from().minusDays(1))).isInstanceOf(CourtDay.Unknown.class);
        assertThat(court.on(court.coverage().to().plusDays(1))).isInstanceOf(CourtDay.Unknown.class);
    }

    private static void check(Closure closure, CourtCalendar court, LocalDate date) {
        boolean weekend = CourtDay.Weekend.isWeekend(date);
        check(!closure.authority().isBlank(), court, date, "a closure has an authority");
        check(
                !weekend || closure.kind() != ClosureKind.OBSERVED_HOLIDAY,
                court,
                date,
                "a holiday is kept on a weekday");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("courts")
    void countsForwardAndBackwardAgree(CourtCalendar court) {
        OpenDays days = OpenDays.of(court);
        everyDay(court).forEach(date -> {
            if (days.onOrAfter(date) instanceof Landing.On after
                    && days.onOrBefore(date) instanceof Landing.On before) {
                boolean open = after.skipped().isEmpty();
                check(open == before.skipped().isEmpty(), court, date, "a day is open both ways or neither");
                check(
                        !after.date().isBefore(date) && !before.date().isAfter(date),
                        court,
                        date,
                        "no count turns round");
                check(onlyClosedBetween(before, after), court, date, "no open day is passed over");
                if (open) {
                    comesBack(days, court, date, 1);
                    // the longer count crosses the same closed days from any day of the week
                    if (date.getDayOfMonth() % 7 == 0) {
                        comesBack(days, court, date, 10);
                    }
                } else {
                    check(isNext(days, before, after), court, date, "the next open day is the same either way");
                }
            }
        });
    }

    private static boolean isNext(OpenDays days, Landing.On before, Landing.On after) {
        return days.plus(before.date(), 1) instanceof Landing.On next
                && next.date().equals(after.date());
    }

    private static boolean onlyClosedBetween(Landing.On before, Landing.On after) {
        long between = after.date().toEpochDay() - before.date().toEpochDay();
        int skipped = before.skipped().size() + after.skipped().size();
        // the day itself, if it is closed, is skipped by both
        return between == 0 ? skipped == 0 : skipped == between;
    }

    private static void comesBack(OpenDays days, CourtCalendar court, LocalDate date, int count) {
        if (days.plus(date, count) instanceof Landing.On there) {
            check(
                    days.minus(there.date(), count) instanceof Landing.On back
                            && back.date().equals(date),
                    court,
                    date,
                    count + " open days forward and back come back");
        }
    }

    private static void check(boolean holds, CourtCalendar court, LocalDate date, String what) {
        if (!holds) {
            throw new AssertionError(what + ", but not " + date + " of " + court + ": " + court.on(date));
        }
    }
}
