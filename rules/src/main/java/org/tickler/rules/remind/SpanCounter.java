package org.tickler.rules.remind;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tickler.calendars.BusinessTime;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.Landing;
import org.tickler.calendars.OpenDays;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.Direction;
import org.tickler.rules.count.Provisional;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.RungTime.Side;

/** Counts spans before and after an instant or a civil date: by the clock, the firm's working time, a court's days. */
public final class SpanCounter {
    private static final int LONGEST_LEAVE = 3 * 366;

    private final Firm firm;
    private final CalendarBook calendars;
    private final BusinessTime business;

    public SpanCounter(Firm firm, CalendarBook calendars) {
        this.firm = firm;
        this.calendars = calendars;
        this.business = firm.calendar()
                .flatMap(calendars::find)
                .map(holidays -> BusinessTime.of(firm.hours(), holidays, firm.zone()))
                .orElseGet(() -> BusinessTime.of(firm.hours(), firm.zone()));
    }

    /** The firm's zone. */
    public ZoneId zone() {
        return firm.zone();
    }

    /** The same firm's, with other calendars. */
    public SpanCounter in(CalendarBook others) {
        return others == calendars ? this : new SpanCounter(firm, others);
    }

    /**
     * A counted day.
     *
     * @param notes what is not plain about it: holidays passed over, calendars that know nothing of it
     * @param confirmed whether the calendars vouch for every day that was counted
     */
    public record Counted(LocalDate day, List<String> notes, boolean confirmed) {
        public Counted {
            notes = List.copyOf(notes);
        }

        static Counted plain(LocalDate day) {
            return new Counted(day, List.of(), true);
        }
    }

    /**
     * The instant {@code span} before or after {@code from}: minutes and hours as they elapse, business hours by the
     * firm's hours and holidays.
     *
     * @throws IllegalArgumentException if the span is counted in days or longer
     */
    public Instant clock(Instant from, TimeSpan span, Side side) {
        return switch (span.unit()) {
            case MINUTES -> elapsed(from, Duration.ofMinutes(span.count()), side);
            case HOURS -> elapsed(from, Duration.ofHours(span.count()), side);
            case BUSINESS_HOURS ->
                side == Side.BEFORE
                        ? business.minus(from, Duration.ofHours(span.count()))
                        : business.plus(from, Duration.ofHours(span.count()));
            case DAYS, BUSINESS_DAYS, COURT_DAYS, WEEKS, MONTHS ->
                throw new IllegalArgumentException("a span on the clock is wanted, but was: " + span);
        };
    }

    /** The instant since which {@code time} of the firm's working time has passed until {@code end}. */
    Instant workingBack(Instant end, Duration time) {
        return business.minus(end, time);
    }

    /** The firm's working time from {@code start} until {@code end}; zero where that is not after it. */
    Duration working(Instant start, Instant end) {
        return business.between(start, end);
    }

    /** {@code at} itself where the firm works, else when it next opens. */
    Instant workingBy(Instant at) {
        return business.plus(at, Duration.ZERO);
    }

    /** Who is told when nobody else could be. */
    PersonId lastResort() {
        return firm.lastResort();
    }

    /**
     * The day {@code span} before or after {@code from}. Calendar days, weeks and months are counted as they come, closed
     * or not; business and court days always land on an open one, zero of them on {@code from} itself or, where it is
     * closed, the nearest open day on that side.
     *
     * <p>Where the court's calendar knows nothing of a day, or there is none, the earliest day that is safe comes back,
     * unconfirmed: after {@code from}, counted in weekdays; before it likewise, with room for as many closures as courts
     * have had around the turn of a year, three and one for each week begun.
     *
     * @throws IllegalArgumentException if the span is counted on the clock
     */
    public Counted days(LocalDate from, TimeSpan span, Side side, Optional<CalendarId> court) {
        int count = side == Side.BEFORE ? -span.count() : span.count();
        return switch (span.unit()) {
            case DAYS -> Counted.plain(from.plusDays(count));
            case WEEKS -> Counted.plain(from.plusWeeks(count));
            case MONTHS -> Counted.plain(from.plusMonths(count));
            case BUSINESS_DAYS ->
                Counted.plain(
                        side == Side.BEFORE
                                ? business.minusDays(from, span.count())
                                : business.plusDays(from, span.count()));
            case COURT_DAYS -> courtDays(from, span.count(), side, court);
            case MINUTES, HOURS, BUSINESS_HOURS ->
                throw new IllegalArgumentException("a span in days or longer is wanted, but was: " + span);
        };
    }

    /**
     * As {@link #days}, for a reminder, which does little harm when it is a day off: where the court's days are not known,
     * counted in the firm's own, and one more before {@code from}.
     */
    Counted daysForReminder(LocalDate from, TimeSpan span, Side side, Optional<CalendarId> court) {
        Counted counted = days(from, span, side, court);
        if (counted.confirmed()) {
            return counted;
        }
        boolean room = side == Side.BEFORE && span.count() > 0;
        TimeSpan business = new TimeSpan(span.count() + (room ? 1 : 0), Unit.BUSINESS_DAYS);
        List<String> notes = new ArrayList<>(counted.notes());
        notes.add("court days counted as business days" + (room ? ", one more to be safe" : ""));
        return new Counted(days(from, business, side, court).day(), notes, false);
    }

    /** The day before {@code day}; for business and court days the open one before it. */
    LocalDate stepBack(LocalDate day, Unit unit, Optional<CalendarId> court) {
        return step(day, unit, Side.BEFORE, court);
    }

    /** The day after {@code day}; for business and court days the next open one. */
    LocalDate stepOn(LocalDate day, Unit unit, Optional<CalendarId> court) {
        return step(day, unit, Side.AFTER, court);
    }

    /** When the firm's working day begins on {@code day}; on a free day as on the first weekday that is worked. */
    LocalTime opening(LocalDate day) {
        return firm.hours().on(day.getDayOfWeek()).stream()
                .findFirst()
                .or(() -> Arrays.stream(DayOfWeek.values())
                        .flatMap(weekday -> firm.hours().on(weekday).stream())
                        .findFirst())
                .orElseThrow()
                .opens();
    }

    /** The last day on or before {@code day} on which the firm works and {@code there} holds; empty: none within three years. */
    Optional<LocalDate> lastWorkingDay(LocalDate day, Predicate<LocalDate> there) {
        return day.minusDays(LONGEST_LEAVE)
                .datesUntil(day.plusDays(1))
                .filter(date -> business.isOpen(date) && there.test(date))
                .reduce((earlier, later) -> later);
    }

    private LocalDate step(LocalDate day, Unit unit, Side side, Optional<CalendarId> court) {
        Unit stepped = unit == Unit.BUSINESS_DAYS || unit == Unit.COURT_DAYS ? unit : Unit.DAYS;
        return daysForReminder(day, new TimeSpan(1, stepped), side, court).day();
    }

    private static Instant elapsed(Instant from, Duration time, Side side) {
        return side == Side.BEFORE ? from.minus(time) : from.plus(time);
    }

    private Counted courtDays(LocalDate from, int count, Side side, Optional<CalendarId> court) {
        Optional<CourtCalendar> calendar = court.flatMap(calendars::find);
        if (calendar.isEmpty()) {
            String why = court.map(id -> "no calendar is called " + id).orElse("it is before no court");
            return weekdays(from, count, side, why);
        }
        OpenDays open = OpenDays.of(calendar.get());
        Landing landing = side == Side.BEFORE ? open.minus(from, count) : open.plus(from, count);
        return switch (landing) {
            case Landing.On on -> new Counted(on.date(), skipped(on), true);
            case Landing.Unknown unknown -> weekdays(from, count, side, unknown.why());
        };
    }

    private static Counted weekdays(LocalDate from, int count, Side side, String why) {
        LocalDate day = Provisional.weekdays(from, count, side == Side.BEFORE ? Direction.BEFORE : Direction.AFTER);
        while (count == 0 && CourtDay.Weekend.isWeekend(day)) {
            day = day.plusDays(side == Side.BEFORE ? -1 : 1);
        }
        return new Counted(day, List.of(why), false);
    }

    private static List<String> skipped(Landing.On on) {
        List<String> notes = new ArrayList<>();
        for (Landing.Skipped skipped : on.skipped()) {
            String closures = skipped.why().stream()
                    .filter(reason -> !(reason instanceof CourtDay.Weekend))
                    .map(CourtDay.Reason::name)
                    .collect(Collectors.joining(", "));
            if (!closures.isEmpty()) {
                notes.add("passed over " + Days.words(skipped.date()) + ", " + closures);
            }
        }
        return notes;
    }
}
