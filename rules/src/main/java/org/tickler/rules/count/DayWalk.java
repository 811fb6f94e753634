package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Days;

/** Walks from day to day, and remembers by name the days that it did not count. */
final class DayWalk {
    private static final int MOST_NAMED = 12;
    private static final int MOST_CLOSED_IN_A_ROW = 400;

    private final CourtDays days;
    private final List<Passed> passed = new ArrayList<>();

    private record Passed(LocalDate day, List<String> why) {
        String words() {
            return Days.words(day) + " (" + String.join(", ", why) + ")";
        }
    }

    DayWalk(CourtDays days) {
        this.days = days;
    }

    /** The {@code count}th open day from {@code from}, which is not counted itself; {@code from} for none. */
    LocalDate openDays(LocalDate from, int count, int sign) {
        return counted(from, count, sign, day -> !noteClosed(day));
    }

    /** The first open day from {@code from}, which counts itself. */
    LocalDate open(LocalDate from, int sign) {
        LocalDate day = from;
        for (int tries = 0; noteClosed(day); tries++) {
            bound(tries, from);
            day = day.plusDays(sign);
        }
        return day;
    }

    /** The {@code count}th day from {@code from} for which {@code counts} holds; {@code from} is not counted itself. */
    LocalDate counted(LocalDate from, int count, int sign, Predicate<LocalDate> counts) {
        LocalDate day = from;
        int without = 0;
        for (int left = count; left > 0; ) {
            day = day.plusDays(sign);
            boolean takes = counts.test(day);
            left -= takes ? 1 : 0;
            without = takes ? 0 : without + 1;
            bound(without, from);
        }
        return day;
    }

    /** Notes a day that is not counted. */
    void note(LocalDate day, String why) {
        passed.add(new Passed(day, List.of(why)));
    }

    /** Adds a step that names the days noted so far, if there are any, and forgets them. */
    void sayPassed(List<String> steps) {
        if (passed.isEmpty()) {
            return;
        }
        int more = passed.size() - MOST_NAMED;
        String named = passed.stream().limit(MOST_NAMED).map(Passed::words).collect(Collectors.joining(", "));
        steps.add("Not counted: " + named + (more > 0 ? ", and " + more + " more" : "") + ".");
        forget();
    }

    /** Forgets the days noted so far: they are no step of the derivation. */
    void forget() {
        passed.clear();
    }

    /** Whether {@code day} is open; one that is not is noted. */
    boolean isOpenNoting(LocalDate day) {
        return !noteClosed(day);
    }

    private boolean noteClosed(LocalDate day) {
        List<String> why = days.closedBy(day);
        if (!why.isEmpty()) {
            passed.add(new Passed(day, why));
        }
        return !why.isEmpty();
    }

    private void bound(int closed, LocalDate from) {
        if (closed > MOST_CLOSED_IN_A_ROW) {
            throw new RefusedException(
                    Computation.Why.UNKNOWN_DAY,
                    "the calendar " + days.calendar().id() + " has no open day within " + MOST_CLOSED_IN_A_ROW
                            + " days of " + from);
        }
    }
}
