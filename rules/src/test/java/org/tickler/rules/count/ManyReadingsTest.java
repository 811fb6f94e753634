package org.tickler.rules.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.CourtDay;
import org.tickler.rules.count.CountRequest.ExtraClosure;
import org.tickler.rules.count.CountRequest.Mode;
import org.tickler.rules.count.CountRequest.Particulars;

/** More disputed days than can be told one by one: federal court days over days closed by order of the President. */
class ManyReadingsTest {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    /** Open days from 2 June on, each closed by order. */
    private static Computation.Due due(int closed, int courtDays, Direction direction) {
        List<ExtraClosure> closures = Stream.iterate(
                        MON_2026_06_01.plusDays(direction.sign()), day -> day.plusDays(direction.sign()))
                .filter(day -> Examples.CALENDARS
                                .find(new CalendarId("us-nysd"))
                                .orElseThrow()
                                .on(day)
                        instanceof CourtDay.Open)
                .limit(closed)
                .map(day -> new ExtraClosure(day, ClosureKind.PROCLAIMED))
                .toList();
        CountRequest request = new CountRequest(
                new LawId("us-frcp"),
                MON_2026_06_01,
                Optional.empty(),
                Optional.empty(),
                new Period(courtDays, PeriodUnit.COURT_DAYS, direction),
                "",
                Optional.empty(),
                Optional.of(new CalendarId("us-nysd")),
                Optional.empty(),
                new Particulars(
                        Mode.LAST_DAY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        false,
                        Set.of(),
                        closures,
                        false));
        return (Computation.Due) Examples.COUNTER.count(request);
    }

    @Test
    void aFewDisputedDaysAreToldOneByOne() {
        Computation.Due due = due(3, 10, Direction.AFTER);

        assertThat(due.earliest().due()).hasToString("2026-06-15");
        assertThat(due.steps()).noneMatch(step -> step.contains("alike"));
    }

    @Test
    void ofVeryManyTheEarliestIsStillSafeAndTheResultSaysThatTheyAreTakenAlike() {
        Computation.Due due = due(12, 14, Direction.AFTER);

        assertThat(due.earliest().due()).hasToString("2026-06-22");
        assertThat(due.prevailing().due()).hasToString("2026-07-09");
        assertThat(due.steps())
                .contains(
                        "More days are disputed than can be told one by one (256 readings): those of one kind are taken"
                                + " alike, all closed or all open.");
    }

    @Test
    void theSameCountedBackGoesBackOverAllOfThem() {
        Computation.Due due = due(12, 14, Direction.BEFORE);

        assertThat(due.earliest().due())
                .isEqualTo(due(12, 14, Direction.BEFORE).prevailing().due());
        assertThat(due.latest().due().day()).isAfter(due.earliest().due().day());
    }

    /** Where the days are few enough for both ways, taking them alike finds the same earliest and latest date. */
    @Test
    void takenAlikeTheyComeToTheSameEarliestAndLatestDate() {
        for (Direction direction : Direction.values()) {
            Computation.Due few = due(7, 14, direction);
            Computation.Due many = due(14, 14, direction);
            assertThat(
                            direction == Direction.AFTER
                                    ? few.earliest()
                                            .due()
                                            .equals(many.earliest().due())
                                    : few.latest().due().equals(many.latest().due()))
                    .as(direction.toString())
                    .isTrue();
        }
    }
}
