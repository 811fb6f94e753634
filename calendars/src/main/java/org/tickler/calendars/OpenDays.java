package org.tickler.calendars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tickler.calendars.ClosureKind.Filing;

/**
 * Finds and counts the days on which a court is open. A weekend day is never open; a closure closes a day if its
 * kind is among those that the caller counts.
 */
public final class OpenDays {

    private final CourtCalendar calendar;
    private final Set<ClosureKind> counted;

    private OpenDays(CourtCalendar calendar, Set<ClosureKind> counted) {
        this.calendar = calendar;
        this.counted = counted;
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

    /** The date itself if it is open, else the next open day after it. */
    public Landing onOrAfter(LocalDate date) {
        return walk(date, 0, 1);
    }

    /** The date itself if it is open, else the next open day before it. */
    public Landing onOrBefore(LocalDate date) {
        return walk(date, 0, -1);
    }

    /**
     * The {@code days}th open day after the date, which is not counted itself and may be closed. Zero days is
     * {@link #onOrAfter}.
     *
     * @throws IllegalArgumentException if {@code days} is negative
     */
    public Landing plus(LocalDate date, int days) {
        return days == 0 ? onOrAfter(date) : walk(date.plusDays(1), checked(days) - 1, 1);
    }

    /**
     * The {@code days}th open day before the date, which is not counted itself and may be closed. Zero days is
     * {@link #onOrBefore}.
     *
     * @throws IllegalArgumentException if {@code days} is negative
     */
    public Landing minus(LocalDate date, int days) {
        return days == 0 ? onOrBefore(date) : walk(date.minusDays(1), checked(days) - 1, -1);
    }

    private static int checked(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative, but was " + days);
        }
        return days;
    }

    private Landing walk(LocalDate from, int openToPass, int step) {
        List<Landing.Skipped> skipped = new ArrayList<>();
        int left = openToPass;
        for (LocalDate date = from; ; date = date.plusDays(step)) {
            CourtDay day = calendar.on(date);
            if (day instanceof CourtDay.Unknown unknown) {
                return new Landing.Unknown(date, unknown.why());
            }
            List<CourtDay.Reason> why = closedBy(day);
            if (!why.isEmpty()) {
                skipped.add(new Landing.Skipped(date, why));
            } else if (left == 0) {
                return new Landing.On(date, skipped);
            } else {
                left--;
            }
        }
    }

    private List<CourtDay.Reason> closedBy(CourtDay day) {
        if (!(day instanceof CourtDay.Closed closed)) {
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
