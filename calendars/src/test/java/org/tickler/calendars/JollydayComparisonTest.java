package org.tickler.calendars;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickler.calendars.holiday.HolidayRule;
import org.tickler.calendars.holiday.HolidayRuleParser;

/**
 * Compares court calendars with an independent source, which is about countries at large, not about their courts, on
 * every weekday for which ours vouches. The pairs, and each difference with its reason, stand in {@code jollyday.txt}.
 */
class JollydayComparisonTest {

    /** Days on which a holiday falls, but only if they fall on one of those weekdays. */
    private record Days(HolidayRule rule, DayOfWeek first, DayOfWeek last) {

        /** Reads a rule as calendars write it; before a comma may stand {@code Friday} or {@code Tuesday to Friday}. */
        static Days read(String text) {
            int comma = text.indexOf(", ");
            if (comma < 0) {
                return new Days(HolidayRuleParser.parse(text), DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            }
            String[] weekdays = text.substring(0, comma).split(" to ");
            return new Days(
                    HolidayRuleParser.parse(text.substring(comma + 2)),
                    weekday(weekdays[0]),
                    weekday(weekdays[weekdays.length - 1]));
        }

        private static DayOfWeek weekday(String word) {
            return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
        }

        Optional<LocalDate> in(int year) {
            return rule.in(year)
                    .filter(date -> date.getDayOfWeek().compareTo(first) >= 0
                            && date.getDayOfWeek().compareTo(last) <= 0);
        }
    }

    /** Holidays that one side has and the other has not, in years both included. */
    private record Difference(String side, List<Days> days, int from, int to) {

        static Difference read(String line, Coverage coverage) {
            String[] field = line.strip().split(" *\\| *", 4);
            String[] years = field[2].split("-", 2);
            assertThat(field[0]).as(line).isIn("only ours", "only theirs");
            assertThat(field[3]).as("the reason in " + line).isNotBlank();
            return new Difference(
                    field[0],
                    Arrays.stream(field[1].split("; ")).map(Days::read).toList(),
                    years[0].isEmpty() ? coverage.from().getYear() : Integer.parseInt(years[0]),
                    // the eve of a New Year's Day belongs to the year after
                    years[1].isEmpty() ? coverage.to().getYear() + 1 : Integer.parseInt(years[1]));
        }

        Stream<LocalDate> dates() {
            return IntStream.rangeClosed(from, to)
                    .boxed()
                    .flatMap(year -> days.stream().flatMap(each -> each.in(year).stream()));
        }
    }

    /** One of our calendars, what Jollyday calls the same place, and how they differ. */
    private record Pair(CourtCalendar ours, HolidayCalendar theirs, String[] place, List<Difference> differences) {

        static Pair read(String line) {
            String[] side = line.split(" = ");
            String[] place = side[1].split(" ");
            return new Pair(
                    Courts.shipped(side[0]),
                    HolidayCalendar.valueOf(place[0]),
                    Arrays.copyOfRange(place, 1, place.length),
                    new ArrayList<>());
        }

        private SortedSet<LocalDate> weekdays(Stream<LocalDate> dates) {
            Predicate<LocalDate> vouchedFor = ours.coverage()::contains;
            return dates.filter(vouchedFor.and(date -> !CourtDay.Weekend.isWeekend(date)))
                    .collect(toCollection(TreeSet::new));
        }

        SortedSet<LocalDate> ourDays() {
            Coverage known = ours.coverage();
            return weekdays(known.from()
                    .datesUntil(known.to().plusDays(1))
                    .filter(date -> ours.on(date) instanceof CourtDay.Closed closed
                            && closed.why().stream()
                                    .anyMatch(why -> why instanceof Closure closure
                                            && closure.kind().isHoliday())));
        }

        SortedSet<LocalDate> theirDays() {
            HolidayManager jollyday = HolidayManager.getInstance(ManagerParameters.create(theirs));
            int first = ours.coverage().from().getYear();
            int last = ours.coverage().to().getYear();
            return weekdays(IntStream.rangeClosed(first, last + 1)
                    .mapToObj(year -> jollyday.getHolidays(Year.of(year), place))
                    .flatMap(holidays -> holidays.stream()
                            .flatMap(holiday -> Stream.concat(
                                    Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream()))));
        }

        SortedSet<LocalDate> explained(String side) {
            return weekdays(differences.stream()
                    .filter(difference -> difference.side().equals(side))
                    .flatMap(Difference::dates));
        }

        @Override
        public String toString() {
            return ours.id() + " and " + theirs + " " + String.join(" ", place);
        }
    }

    static Stream<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String line : Courts.text("jollyday.txt").lines().toList()) {
            if (line.startsWith(" ")) {
                Pair pair = pairs.getLast();
                pair.differences().add(Difference.read(line, pair.ours().coverage()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                pairs.add(Pair.read(line));
            }
        }
        return pairs.stream();
    }

    /** A day that each side has for a reason of its own is no difference. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void differOnlyWhereThereIsAReason(Pair pair) {
        SortedSet<LocalDate> ours = pair.ourDays();
        SortedSet<LocalDate> theirs = pair.theirDays();
        SortedSet<LocalDate> explainedOurs = pair.explained("only ours");
        SortedSet<LocalDate> explainedTheirs = pair.explained("only theirs");

        assertThat(without(ours, theirs)).as("only ours").isEqualTo(without(explainedOurs, explainedTheirs));
        assertThat(without(theirs, ours)).as("only theirs").isEqualTo(without(explainedTheirs, explainedOurs));
    }

    private static SortedSet<LocalDate> without(SortedSet<LocalDate> days, SortedSet<LocalDate> others) {
        SortedSet<LocalDate> rest = new TreeSet<>(days);
        rest.removeAll(others);
        return rest;
    }
}
