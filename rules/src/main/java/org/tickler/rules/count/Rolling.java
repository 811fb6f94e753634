package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.List;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.CountRequest.Mode;

/** Moves the end of a period off closed days, as the law says. */
final class Rolling {
    private final LawText text;
    private final CountRequest request;
    private final Choices choices;
    private final CourtDays days;
    private final DayWalk walk;

    Rolling(LawText text, CountRequest request, Choices choices, CourtDays days, DayWalk walk) {
        this.text = text;
        this.request = request;
        this.choices = choices;
        this.days = days;
        this.walk = walk;
    }

    /** The day on which a period ends whose last day is {@code end}. */
    LocalDate roll(LocalDate end, List<String> steps) {
        List<String> why = days.closedBy(end);
        if (why.isEmpty()) {
            return end;
        }
        String closed = Days.words(end) + " is closed (" + String.join(", ", why) + ")";
        LocalDate rolled = switch (policy()) {
            case ON -> onButNotToTheEvent(end, steps);
            case BACK -> walk.open(end, -1);
            case NONE -> end;
        };
        walk.forget();
        steps.add(
                rolled.equals(end)
                        ? closed + "; the period ends there all the same."
                        : closed + "; the period " + (rolled.isAfter(end) ? "runs on to " : "goes back to ")
                                + Days.words(rolled) + ".");
        return rolled;
    }

    /** The next open day; where that is the event's own or later, the last open day before: what is due before an event is. */
    private LocalDate onButNotToTheEvent(LocalDate end, List<String> steps) {
        LocalDate on = walk.open(end, 1);
        boolean reaches = request.period().direction() == Direction.BEFORE
                && request.particulars().mode() != Mode.FIRST_PERMITTED
                && request.period().count() > 0
                && !on.isBefore(request.trigger());
        if (!reaches) {
            return on;
        }
        steps.add("To run on would reach the event itself; what is due before it is not moved to it.");
        return walk.open(end, -1);
    }

    /** The first day from {@code end} on which the clerk's office could be reached: forward, whichever way was counted. */
    LocalDate accessible(LocalDate end, List<String> steps) {
        if (days.isInaccessibleInVain(end)) {
            steps.add(
                    text.authority() + " says nothing of an office that cannot be reached on " + Days.words(end) + ".");
        }
        if (!days.isInaccessible(end)) {
            return end;
        }
        LocalDate day = end;
        while (days.isInaccessible(day) || !days.isOpen(day)) {
            day = day.plusDays(1);
        }
        steps.add("The clerk's office could not be reached on " + Days.words(end)
                + "; the period runs on to the first day on which it could, " + Days.words(day) + ".");
        return day;
    }

    /** What becomes of a period that ends on a closed day. */
    Roll policy() {
        if (request.particulars().mode() == Mode.FIRST_PERMITTED) {
            return Roll.ON;
        }
        return request.particulars()
                .roll()
                .orElseGet(() -> choices.pick(
                        "roll",
                        request.period().direction() == Direction.AFTER
                                ? text.ending().after()
                                : text.ending().before()));
    }
}
