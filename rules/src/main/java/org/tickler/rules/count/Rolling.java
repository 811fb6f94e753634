package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.List;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.CountRequest.Mode;

/** Moves the end of a period off closed days, as the law says. */
final class Rolling {
    /** Fed. R. Civ. P. 6(a)(3) and its Committee Notes of 2009 on (a)(5); Tex. R. App. P. 4.1(b). */
    private static final Disputed<Boolean> IS_FILED = new Disputed<>(List.of(
            new Disputed.Answer<>(true, "the time for filing is extended forward, whichever way it was counted"),
            new Disputed.Answer<>(
                    false, "only the time for filing is extended, and an act that is not filed keeps its day")));

    /** Fed. R. Civ. P. 6(d). */
    private static final Disputed<Boolean> BEFORE_SERVICE = new Disputed<>(List.of(
            new Disputed.Answer<>(
                    false, "only the last day for filing is extended, and days for service come before that"),
            new Disputed.Answer<>(
                    true,
                    "the days for service are added after the period expires, and it does not expire on a day on which the"
                            + " office cannot be reached")));

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
        if (!reachesTheEvent(on)) {
            return on;
        }
        steps.add("To run on would reach the event itself; what is due before it is not moved to it.");
        return walk.open(end, -1);
    }

    /** Whether a period that is counted back would run on to the event that it is counted from. */
    private boolean reachesTheEvent(LocalDate day) {
        return request.period().direction() == Direction.BEFORE
                && request.particulars().mode() != Mode.FIRST_PERMITTED
                && request.period().count() > 0
                && !day.isBefore(request.trigger());
    }

    /** The day on which a period ends before days for service are added to it. */
    LocalDate rollBeforeService(LocalDate end, List<String> steps) {
        LocalDate rolled = roll(end, steps);
        return days.isInaccessible(rolled) && choices.pick("office before service", BEFORE_SERVICE)
                ? firstAccessible(rolled, steps)
                : rolled;
    }

    /**
     * The last day, or where the clerk's office could not be reached on it the first from it on which it could: forward,
     * whichever way was counted. What is surely filed after an event is extended without a doubt.
     */
    LocalDate accessible(LocalDate end, List<String> steps) {
        if (days.isInaccessibleInVain(end)) {
            steps.add(
                    text.authority() + " says nothing of an office that cannot be reached on " + Days.words(end) + ".");
        }
        if (!days.isInaccessible(end)) {
            return end;
        }
        boolean surely = request.particulars().filed() && request.period().direction() == Direction.AFTER;
        if (surely || choices.pick("office", IS_FILED)) {
            return firstAccessible(end, steps);
        }
        steps.add("The clerk's office could not be reached on " + Days.words(end)
                + "; the time of an act that is not filed there does not run on.");
        return end;
    }

    private LocalDate firstAccessible(LocalDate end, List<String> steps) {
        LocalDate day = end;
        while (days.isInaccessible(day) || !days.isOpen(day)) {
            day = day.plusDays(1);
        }
        if (reachesTheEvent(day)) {
            steps.add("The clerk's office could not be reached on " + Days.words(end)
                    + "; to run on would reach the event itself, and the period ends there all the same.");
            return end;
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
