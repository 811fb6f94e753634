package org.tickler.bench;

import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.date.ImmutableHolidayCalendar;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.Coverage;
import org.tickler.calendars.OpenDays;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Problems;

/** The same questions about open days, put to ours, to Strata over the very same days, and to Jollyday over its own. */
@State(Scope.Thread)
public class OpenDayFinding {
    private static final int QUESTIONS = 1024;
    private static final int FURTHEST = 60;

    private final OpenDays ours;
    private final ImmutableHolidayCalendar strata;
    private final HolidayManager jollyday =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_STATES));
    private final LocalDate[] dates = new LocalDate[QUESTIONS];
    private final int[] counts = new int[QUESTIONS];

    /** Reads the calendar of the federal courts, and fails unless Strata answers every question as ours does. */
    public OpenDayFinding() {
        CalendarBook book = CalendarReader.book(ShippedCourts.sources(), new Problems());
        Coverage coverage = book.get(new CalendarId("us-federal")).coverage();
        ours = OpenDays.of(book.get(new CalendarId("us-federal")));
        List<LocalDate> closed = coverage.from()
                .datesUntil(coverage.to().plusDays(1))
                .filter(day -> !ours.isOpen(day))
                .toList();
        strata = ImmutableHolidayCalendar.of(
                HolidayCalendarId.of("us-federal"), closed, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        Random random = new Random(6103);
        LocalDate first = LocalDate.of(1971, 4, 1);
        long days = LocalDate.of(2036, 9, 30).toEpochDay() - first.toEpochDay();
        for (int at = 0; at < QUESTIONS; at++) {
            dates[at] = first.plusDays(random.nextLong(days));
            counts[at] = 1 + random.nextInt(FURTHEST);
            agree(dates[at], counts[at]);
        }
    }

    private void agree(LocalDate date, int count) {
        if (ours.isOpen(date) != strata.isBusinessDay(date)
                || !ours.dateOnOrAfter(date).orElseThrow().equals(strata.nextOrSame(date))
                || !ours.datePlus(date, count).orElseThrow().equals(strata.shift(date, count))
                || !ours.dateMinus(date, count).orElseThrow().equals(strata.shift(date, -count))) {
            throw new IllegalStateException("ours and Strata differ on " + date + " and " + count + " days");
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void openOurs(Blackhole hole) {
        for (LocalDate date : dates) {
            hole.consume(ours.isOpen(date));
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void openStrata(Blackhole hole) {
        for (LocalDate date : dates) {
            hole.consume(strata.isBusinessDay(date));
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void openJollyday(Blackhole hole) {
        for (LocalDate date : dates) {
            hole.consume(isOpen(date));
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void nextOurs(Blackhole hole) {
        for (LocalDate date : dates) {
            hole.consume(ours.dateOnOrAfter(date).orElseThrow());
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void nextStrata(Blackhole hole) {
        for (LocalDate date : dates) {
            hole.consume(strata.nextOrSame(date));
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void nextJollyday(Blackhole hole) {
        for (LocalDate date : dates) {
            hole.consume(walk(date.minusDays(1), 1, 1));
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void onOurs(Blackhole hole) {
        for (int at = 0; at < QUESTIONS; at++) {
            hole.consume(ours.datePlus(dates[at], counts[at]).orElseThrow());
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void onStrata(Blackhole hole) {
        for (int at = 0; at < QUESTIONS; at++) {
            hole.consume(strata.shift(dates[at], counts[at]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void onJollyday(Blackhole hole) {
        for (int at = 0; at < QUESTIONS; at++) {
            hole.consume(walk(dates[at], counts[at], 1));
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void backOurs(Blackhole hole) {
        for (int at = 0; at < QUESTIONS; at++) {
            hole.consume(ours.dateMinus(dates[at], counts[at]).orElseThrow());
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void backStrata(Blackhole hole) {
        for (int at = 0; at < QUESTIONS; at++) {
            hole.consume(strata.shift(dates[at], -counts[at]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public void backJollyday(Blackhole hole) {
        for (int at = 0; at < QUESTIONS; at++) {
            hole.consume(walk(dates[at], counts[at], -1));
        }
    }

    /** Jollyday says which days are holidays, and leaves weekends and counting to its caller. */
    private LocalDate walk(LocalDate from, int count, int step) {
        LocalDate day = from;
        for (int left = count; left > 0; ) {
            day = day.plusDays(step);
            left -= isOpen(day) ? 1 : 0;
        }
        return day;
    }

    private boolean isOpen(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !jollyday.isHoliday(date);
    }
}
