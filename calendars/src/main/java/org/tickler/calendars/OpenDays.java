package org.tickler.calendars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.ClosureKind.Filing;

/**
 * Finds and counts the days on which a court is open. A weekend day is never open; a closure closes a day if its
 * kind is among those that the caller counts.
 */
public final class OpenDays {

    private final CourtCalendar calendar;
    private final Set<ClosureKind> counted;
    private final Coverage coverage;
    private final OpenDayTable table;

    private OpenDays(CourtCalendar calendar, Set<ClosureKind> counted) {
        this.calendar = calendar;
        this.counted = counted;
        this.coverage = calendar.coverage();
        this.table = calendar.openDays(counted);
    }

    /** Counts every kind of closure that stops a filing or may stop it: those that are not {@link Filing#OPEN}. */
    public static OpenDays of(CourtCalendar calendar) {
        Set<ClosureKind> counted = EnumSet.allOf(ClosureKind.class);
        counted.removeIf(kind -> kind.filing() == Filing.OPEN);
        return counting(calendar, counted);
    }

    /**
     * Counts the given kinds of closure and takes days that have only others as open: how a law of counting asks
     * for one reading of an unsettled kind, or for the holidays of the state after an event.
     */
    public static OpenDays counting(CourtCalendar calendar, Set<ClosureKind> kinds) {
        Set<ClosureKind> counted = EnumSet.noneOf(ClosureKind.class);
        counted.addAll(kinds);
        return new OpenDays(calendar, counted);
    }

    /**
     * Whether the date is open.
     *
     * @throws IllegalArgumentException if the calendar does not vouch for it
     */
    public boolean isOpen(LocalDate date) {
        if (!table.covers(date)) {
            throw new IllegalArgumentException(calendar.unknown(date));
        }
        return table.isOpen(date);
    }

    /** The date itself if it is open, else the next open day after it. */
    public Landing onOrAfter(LocalDate date) {
        return landing(date, dateOnOrAfter(date), 1);
    }

    /** The date itself if it is open, else the next open day before it. */
    public Landing onOrBefore(LocalDate date) {
        return landing(date, dateOnOrBefore(date), -1);
    }

    /**
     * The {@code days}th open day after the date, which is not counted itself and may be closed. Zero days is
     * {@link #onOrAfter}.
     *
     * @throws IllegalArgumentException if {@code days} is negative
     */
    public Landing plus(LocalDate date, int days) {
        return days == 0 ? onOrAfter(date) : landing(date.plusDays(1), datePlus(date, days), 1);
    }

    /**
     * The {@code days}th open day before the date, which is not counted itself and may be closed. Zero days is
     * {@link #onOrBefore}.
     *
     * @throws IllegalArgumentException if {@code days} is negative
     */
    public Landing minus(LocalDate date, int days) {
        return days == 0 ? onOrBefore(date) : landing(date.minusDays(1), dateMinus(date, days), -1);
    }

    /** Where {@link #onOrAfter} lands, without the reasons, in constant time; empty where that is unknown. */
    public Optional<LocalDate> dateOnOrAfter(LocalDate date) {
        return table.onOrAfter(date);
    }

    /** Where {@link #onOrBefore} lands, without the reasons, in constant time; empty where that is unknown. */
    public Optional<LocalDate> dateOnOrBefore(LocalDate date) {
        return table.covers(date) ? table.at(table.upTo(date) - 1L) : Optional.empty();
    }

    /**
     * Where {@link #plus} lands, without the reasons, in constant time; empty where that is unknown.
     *
     * @throws IllegalArgumentException if {@code days} is negative
     */
    public Optional<LocalDate> datePlus(LocalDate date, int days) {
        if (days == 0) {
            return dateOnOrAfter(date);
        }
        long place = (long) table.upTo(date) + checked(days) - 1;
        return table.covers(date) || coverage.contains(date.plusDays(1)) ? table.at(place) : Optional.empty();
    }

    /**
     * Where {@link #minus} lands, without the reasons, in constant time; empty where that is unknown.
     *
     * @throws IllegalArgumentException if {@code days} is negative
     */
    public Optional<LocalDate> dateMinus(LocalDate date, int days) {
        if (days == 0) {
            return dateOnOrBefore(date);
        }
        long place = (long) table.before(date) - checked(days);
        return table.covers(date) || coverage.contains(date.minusDays(1)) ? table.at(place) : Optional.empty();
    }

    private static int checked(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative, but was " + days);
        }
        return days;
    }

    /** A count from {@code first}, the first day it looks at, to {@code date}, with why it passed days over. */
    private Landing landing(LocalDate first, Optional<LocalDate> date, int step) {
        if (date.isEmpty()) {
            LocalDate rim =
                    step > 0 ? coverage.to().plusDays(1) : coverage.from().minusDays(1);
            LocalDate reached = coverage.contains(first) ? rim : first;
            return new Landing.Unknown(reached, calendar.unknown(reached));
        }
        List<Landing.Skipped> skipped = new ArrayList<>();
        for (LocalDate day = first; !day.equals(date.get()); day = day.plusDays(step)) {
            if (!table.isOpen(day)) {
                skipped.add(new Landing.Skipped(day, closedBy(day)));
            }
        }
        return new Landing.On(date.get(), skipped);
    }

    private List<CourtDay.Reason> closedBy(LocalDate date) {
        if (!(calendar.on(date) instanceof CourtDay.Closed closed)) {
            return List.of();
        }
        return closed.why().stream()
                .filter(reason -> switch (reason) {
                    case CourtDay.Weekend weekend -> true;
                    case Closure closure -> counted.contains(closure.kind());
                })
                .toList();
    }
}
