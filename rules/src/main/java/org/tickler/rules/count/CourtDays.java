package org.tickler.rules.count;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.calendars.Closure;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.CourtDay;

/** Which days stop a period under one text of a law, as one reading has it. */
final class CourtDays {
    private static final String NOT_KEPT = "an added closure";

    private final CourtCalendar calendar;
    private final LawText.Closing closing;
    private final Direction direction;
    private final Map<LocalDate, List<ClosureKind>> added;
    private final Set<LocalDate> inaccessible;
    private final Choices choices;

    CourtDays(CourtCalendar calendar, LawText.Closing closing, CountRequest request, Choices choices) {
        this.calendar = calendar;
        this.closing = closing;
        this.direction = request.period().direction();
        this.added = request.particulars().closures().stream()
                .collect(Collectors.groupingBy(
                        CountRequest.ExtraClosure::day,
                        Collectors.mapping(CountRequest.ExtraClosure::kind, Collectors.toList())));
        this.inaccessible = request.particulars().inaccessible();
        this.choices = choices;
    }

    /**
     * Why {@code day} does not count as open, by name; empty where it is open.
     *
     * @throws RefusedException if the calendar knows nothing of it
     */
    List<String> closedBy(LocalDate day) {
        List<String> why = new ArrayList<>();
        switch (calendar.on(day)) {
            case CourtDay.Open open -> {}
            case CourtDay.Closed closed -> {
                for (CourtDay.Reason reason : closed.why()) {
                    if (stops(day, reason)) {
                        why.add(reason.name());
                    }
                }
            }
            case CourtDay.Unknown unknown -> throw new RefusedException(Computation.Why.UNKNOWN_DAY, unknown.why());
        }
        for (ClosureKind kind : added.getOrDefault(day, List.of())) {
            if (stops(day, kind)) {
                why.add(NOT_KEPT);
                break;
            }
        }
        return why;
    }

    boolean isOpen(LocalDate day) {
        return closedBy(day).isEmpty();
    }

    /** Whether the clerk's office could not be reached on {@code day}, and the law lets that stop a period. */
    boolean isInaccessible(LocalDate day) {
        return closing.inaccessible()
                && (inaccessible.contains(day)
                        || calendar.on(day) instanceof CourtDay.Closed closed
                                && closed.why().stream().anyMatch(CourtDays::isInaccessible));
    }

    /** Whether a day is named on which the office could not be reached although the law says nothing of that. */
    boolean isInaccessibleInVain(LocalDate day) {
        return !closing.inaccessible() && inaccessible.contains(day);
    }

    CourtCalendar calendar() {
        return calendar;
    }

    private static boolean isInaccessible(CourtDay.Reason reason) {
        return reason instanceof Closure closure && closure.kind() == ClosureKind.CLERK_INACCESSIBLE;
    }

    private boolean stops(LocalDate day, CourtDay.Reason reason) {
        return switch (reason) {
            case CourtDay.Weekend weekend -> true;
            case Closure closure -> stops(day, closure.kind());
        };
    }

    private boolean stops(LocalDate day, ClosureKind kind) {
        return switch (kind) {
            case HOLIDAY -> true;
            case OBSERVED_HOLIDAY ->
                day.getDayOfWeek() != DayOfWeek.FRIDAY || choices.pick("Friday", day, closing.fridays());
            case STATE_HOLIDAY ->
                direction == Direction.AFTER ? closing.stateHolidaysAfter() : closing.stateHolidaysBefore();
            case PROCLAIMED -> choices.pick("proclaimed", day, closing.proclaimed());
            case CLERK_INACCESSIBLE, BUILDING_ONLY -> false;
        };
    }
}
