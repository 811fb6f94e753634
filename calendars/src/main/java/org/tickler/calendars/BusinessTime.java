package org.tickler.calendars;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Counts the working time of a firm: its hours, without the holidays of its calendar. A day is worked if its
 * weekday has hours and the calendar has no holiday ({@link ClosureKind#closesBusiness()}) on it.
 *
 * <p>Where the calendar answers unknown, the weekday's hours decide: a reminder planned for a day that turns out to
 * be a holiday does no harm. Deadlines are never counted here; {@link OpenDays} counts those and does not guess.
 *
 * <p>Hours are civil hours of the zone, durations are elapsed time, so a day with a clock change is as long as it
 * really is.
 */
public final class BusinessTime {

    private static final Duration LONGEST = Duration.ofDays(100 * 366L);
    private static final int MOST_DAYS = 100 * 366;

    private final WorkingHours hours;
    private final Optional<CourtCalendar> calendar;
    private final ZoneId zone;

    private BusinessTime(WorkingHours hours, Optional<CourtCalendar> calendar, ZoneId zone) {
        this.hours = hours;
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Working time without any holidays. */
    public static BusinessTime of(WorkingHours hours, ZoneId zone) {
        return new BusinessTime(hours, Optional.empty(), zone);
    }

    /** Working time without the holidays of a calendar. */
    public static BusinessTime of(WorkingHours hours, CourtCalendar holidays, ZoneId zone) {
        return new BusinessTime(hours, Optional.of(holidays), zone);
    }

    /** Whether any time of that day is worked. */
    public boolean isOpen(LocalDate date) {
        return !hours.on(date.getDayOfWeek()).isEmpty() && !isHoliday(date);
    }

    private boolean isHoliday(LocalDate date) {
        return calendar.map(days -> days.on(date))
                .filter(BusinessTime::hasHoliday)
                .isPresent();
    }

    private static boolean hasHoliday(CourtDay day) {
        return day instanceof CourtDay.Closed closed
                && closed.why().stream()
                        .anyMatch(reason -> reason instanceof Closure closure
                                && closure.kind().closesBusiness());
    }

    /**
     * The instant by which that much working time has passed since {@code start}; the end of a working day rather
     * than the start of the next. For zero: {@code start} itself if it is worked, else the next instant that is.
     *
     * @throws IllegalArgumentException if {@code time} is negative or longer than a hundred years
     */
    public Instant plus(Instant start, Duration time) {
        Duration left = checked(time);
        for (LocalDate date = start.atZone(zone).toLocalDate(); ; date = date.plusDays(1)) {
            for (WorkingHours.Span span : worked(date)) {
                Instant from = later(start, LocalMoments.instant(span.start(date), zone));
                Instant to = LocalMoments.instant(span.end(date), zone);
                if (from.isBefore(to)) {
                    Duration here = Duration.between(from, to);
                    if (left.compareTo(here) <= 0) {
                        return from.plus(left);
                    }
                    left = left.minus(here);
                }
            }
        }
    }

    /**
     * The instant since which that much working time has passed until {@code end}; the start of a working day
     * rather than the end of the one before. For zero: {@code end} itself if work goes on until it, else the latest
     * instant before it until which it did.
     *
     * @throws IllegalArgumentException if {@code time} is negative or longer than a hundred years
     */
    public Instant minus(Instant end, Duration time) {
        Duration left = checked(time);
        for (LocalDate date = end.atZone(zone).toLocalDate(); ; date = date.minusDays(1)) {
            for (WorkingHours.Span span : worked(date).reversed()) {
                Instant from = LocalMoments.instant(span.start(date), zone);
                Instant to = earlier(end, LocalMoments.instant(span.end(date), zone));
                if (from.isBefore(to)) {
                    Duration here = Duration.between(from, to);
                    if (left.compareTo(here) <= 0) {
                        return to.minus(left);
                    }
                    left = left.minus(here);
                }
            }
        }
    }

    /** The working time from {@code start} until {@code end}; zero where that is not after it. */
    public Duration between(Instant start, Instant end) {
        Duration worked = Duration.ZERO;
        LocalDate last = end.atZone(zone).toLocalDate();
        for (LocalDate date = start.atZone(zone).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            for (WorkingHours.Span span : worked(date)) {
                Instant from = later(start, LocalMoments.instant(span.start(date), zone));
                Instant to = earlier(end, LocalMoments.instant(span.end(date), zone));
                if (from.isBefore(to)) {
                    worked = worked.plus(Duration.between(from, to));
                }
            }
        }
        return worked;
    }

    /**
     * The {@code days}th worked day after the date, which is not counted itself. For zero the date itself if it is
     * worked, else the next worked day.
     *
     * @throws IllegalArgumentException if {@code days} is negative or more than a hundred years
     */
    public LocalDate plusDays(LocalDate date, int days) {
        return walk(date, days, 1);
    }

    /**
     * The {@code days}th worked day before the date, which is not counted itself. For zero the date itself if it is
     * worked, else the latest worked day before it.
     *
     * @throws IllegalArgumentException if {@code days} is negative or more than a hundred years
     */
    public LocalDate minusDays(LocalDate date, int days) {
        return walk(date, days, -1);
    }

    private LocalDate walk(LocalDate start, int days, int step) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be from 0 to " + MOST_DAYS + ", but was " + days);
        }
        LocalDate date = days == 0 ? start : start.plusDays(step);
        for (int left = Math.max(days, 1); ; date = date.plusDays(step)) {
            if (isOpen(date) && --left == 0) {
                return date;
            }
        }
    }

    private List<WorkingHours.Span> worked(LocalDate date) {
        return isHoliday(date) ? List.of() : hours.on(date.getDayOfWeek());
    }

    private static Duration checked(Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("working time must be from zero to a hundred years, but was " + time);
        }
        return time;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
