package org.tickler.rules.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.Closure;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.CourtDay;

/** What holds of every law on every day that its calendar vouches for. */
class CountInvariantsTest {
    /** Longer than any short period, so that all of them are counted alike. */
    private static final List<Integer> LONG = List.of(14, 30);

    private static final int MARGIN = 120;

    @Test
    void holdsForEveryLawOnEveryDay() {
        List<String> broken = ShippedLaws.laws().all().parallelStream()
                .flatMap(law -> new OneLaw(law, LONG, true).broken().stream())
                .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void holdsForEveryCalendarUnderTheFederalLawOnEveryDay() {
        CountingLaw federal = ShippedLaws.laws().find(new LawId("us-frcp")).orElseThrow();
        List<String> broken = Examples.CALENDARS.ids().parallelStream()
                .flatMap(id -> new OneLaw(
                                new CountingLaw(federal.id(), federal.title(), id, federal.texts()), List.of(14), false)
                        .broken().stream())
                .toList();

        assertThat(broken).isEmpty();
    }

    /** March to October 2023 lie within the coverage of every calendar. */
    @Test
    void neverFallsDueAtTheEventThatItIsCountedBackFrom() {
        List<String> broken = new ArrayList<>();
        for (CountingLaw law : ShippedLaws.laws().all()) {
            LocalDate.of(2023, 3, 1).datesUntil(LocalDate.of(2023, 11, 1)).forEach(day -> {
                for (PeriodUnit unit : List.of(PeriodUnit.DAYS, PeriodUnit.COURT_DAYS)) {
                    for (int count : List.of(1, 2, 3)) {
                        CountRequest request =
                                CountRequest.of(law.id(), day, new Period(count, unit, Direction.BEFORE));
                        if (Examples.COUNTER.count(request) instanceof Computation.Due due
                                && due.latest().due().day().isBefore(day)) {
                            continue;
                        }
                        broken.add(law.id() + ": " + request.period() + " " + day);
                    }
                }
            });
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void refusesEveryDayOutsideOfTheCoverage() {
        for (CountingLaw law : ShippedLaws.laws().all()) {
            CourtCalendar calendar = Examples.CALENDARS.get(law.calendar());
            for (LocalDate day : List.of(
                    calendar.coverage().from().minusDays(20),
                    calendar.coverage().to().plusDays(1))) {
                assertThat(Examples.COUNTER.count(
                                CountRequest.of(law.id(), day, new Period(1, PeriodUnit.COURT_DAYS, Direction.AFTER))))
                        .as("%s on %s", law.id(), day)
                        .isInstanceOfSatisfying(
                                Computation.Refused.class,
                                refused -> assertThat(refused.why()).isEqualTo(Computation.Why.UNKNOWN_DAY));
            }
        }
    }

    private static final class OneLaw {
        private final CountingLaw law;
        private final CourtCalendar calendar;
        private final List<String> broken = new ArrayList<>();

        private final List<Integer> counts;
        private final boolean andBack;

        OneLaw(CountingLaw law, List<Integer> counts, boolean andBack) {
            this.law = law;
            this.counts = counts;
            this.andBack = andBack;
            this.calendar = Examples.CALENDARS.get(law.calendar());
        }

        List<String> broken() {
            LocalDate first = calendar.coverage().from().plusDays(MARGIN);
            LocalDate last = calendar.coverage().to().minusDays(MARGIN);
            for (Direction direction : Direction.values()) {
                List<Optional<LocalDate>> before = new ArrayList<>();
                counts.forEach(count -> before.add(Optional.empty()));
                first.datesUntil(last).forEach(day -> day(day, direction, before));
            }
            return broken.stream().limit(20).toList();
        }

        private void day(LocalDate day, Direction direction, List<Optional<LocalDate>> before) {
            LocalDate shorter = day;
            for (int index = 0; index < counts.size(); index++) {
                LocalDate due = due(day, counts.get(index), PeriodUnit.DAYS, direction);
                if (direction == Direction.AFTER ? due.isBefore(shorter) : due.isAfter(shorter)) {
                    say(
                            day,
                            counts.get(index) + " days " + direction + " come to " + due + ", no further than "
                                    + shorter);
                }
                if (before.get(index).filter(due::isBefore).isPresent()) {
                    say(
                            day,
                            "later than the day before, yet " + due + " is earlier than "
                                    + before.get(index).get());
                }
                before.set(index, Optional.of(due));
                shorter = due;
            }
            if (andBack) {
                thereAndBack(day, direction);
            }
        }

        private void thereAndBack(LocalDate day, Direction direction) {
            if (!(calendar.on(day) instanceof CourtDay.Open)
                    || law.current().skip().clear()) {
                return;
            }
            LocalDate there = due(day, 5, PeriodUnit.COURT_DAYS, direction);
            if (oneWayHolidays(day, there)) {
                return;
            }
            Direction back = direction == Direction.AFTER ? Direction.BEFORE : Direction.AFTER;
            LocalDate here = due(there, 5, PeriodUnit.COURT_DAYS, back);
            if (!here.equals(day)) {
                say(day, "5 court days " + direction + " come to " + there + ", and back to " + here);
            }
        }

        /** Whether a day between the two stops periods one way only. */
        private boolean oneWayHolidays(LocalDate one, LocalDate other) {
            LocalDate first = one.isBefore(other) ? one : other;
            LocalDate last = one.isBefore(other) ? other : one;
            return first.datesUntil(last.plusDays(1))
                    .anyMatch(day -> calendar.on(day) instanceof CourtDay.Closed closed
                            && closed.why().stream()
                                    .anyMatch(reason -> reason instanceof Closure closure
                                            && closure.kind() == ClosureKind.STATE_HOLIDAY));
        }

        private LocalDate due(LocalDate day, int count, PeriodUnit unit, Direction direction) {
            CountRequest request = CountRequest.of(law.id(), day, new Period(count, unit, direction));
            CountRequest here = new CountRequest(
                    request.law(),
                    day,
                    request.hour(),
                    request.zone(),
                    request.period(),
                    "",
                    request.service(),
                    Optional.of(law.calendar()),
                    Optional.empty(),
                    request.particulars());
            return switch (Examples.COUNTER.count(here)) {
                case Computation.Due due -> checked(day, here, due);
                case Computation.Refused refused -> {
                    say(day, refused.message());
                    yield day;
                }
            };
        }

        private LocalDate checked(LocalDate day, CountRequest request, Computation.Due due) {
            LocalDate prevailing = due.prevailing().due().day();
            if (due.earliest().due().day().isAfter(prevailing)
                    || due.latest().due().day().isBefore(prevailing)) {
                say(day, "readings are out of order: " + due);
            }
            Roll roll = (request.period().direction() == Direction.AFTER
                            ? law.current().ending().after()
                            : law.current().ending().before())
                    .answers()
                    .getFirst()
                    .value();
            if (roll != Roll.NONE && closed(prevailing)) {
                say(day, request.period() + " end on " + prevailing + ", which is closed");
            }
            return prevailing;
        }

        private boolean closed(LocalDate day) {
            return calendar.on(day) instanceof CourtDay.Closed why
                    && why.why().stream().anyMatch(this::always);
        }

        private boolean always(CourtDay.Reason reason) {
            return reason instanceof CourtDay.Weekend
                    || reason instanceof Closure closure
                            && Stream.of(ClosureKind.HOLIDAY, ClosureKind.OBSERVED_HOLIDAY)
                                    .anyMatch(closure.kind()::equals);
        }

        private void say(LocalDate day, String what) {
            broken.add(law.id() + " with " + law.calendar() + " from " + day + ": " + what);
        }
    }
}
