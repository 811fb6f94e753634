package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.CountRequest.Mode;

/** Counts one period in one reading of the law. Used once. */
final class SingleCount {
    private final CountingLaw law;
    private final LawText text;
    private final CountRequest request;
    private final Choices choices;
    private final CourtDays days;
    private final DayWalk walk;
    private final List<String> steps = new ArrayList<>();
    private final int sign;

    SingleCount(CountingLaw law, LawText text, CourtCalendar calendar, CountRequest request, Choices choices) {
        this.law = law;
        this.text = text;
        this.request = request;
        this.choices = choices;
        this.days = new CourtDays(calendar, text.closing(), request, choices);
        this.walk = new DayWalk(days);
        this.sign = request.period().direction().sign();
    }

    Reading reading() {
        DueMoment due = due();
        steps.add(source());
        return new Reading(due, steps, choices.because());
    }

    private DueMoment due() {
        if (request.particulars().mode() == Mode.DEEMED_SERVICE
                && !text.service().deemed().isEmpty()) {
            return DueMoment.of(new DeemedService(text, request, walk, days).day(steps));
        }
        if (request.period().unit() == PeriodUnit.HOURS) {
            return new HourCount(text, request, choices, days, walk).due(steps);
        }
        LocalDate trigger = trigger();
        LocalDate end = new UnrolledPeriod(text, request, choices, days, walk).end(trigger, steps);
        choices.counted();
        if (request.particulars().mode() == Mode.MONDAY_NEXT_AT_TEN) {
            return new MondayNext(text, choices, walk, days).due(end, steps);
        }
        Rolling rolling = new Rolling(text, request, choices, days, walk);
        LocalDate extended = extended(end, rolling);
        return DueMoment.of(rolling.accessible(rolling.roll(extended, steps), steps));
    }

    /** The day from which the period runs: the trigger's, or a later one where it counts as later. */
    private LocalDate trigger() {
        LocalDate trigger = request.trigger();
        if (request.particulars().fromOriginalEnd()) {
            return originalEnd(trigger);
        }
        Optional<LawText.LateService> late = text.start().late().filter(rule -> sign > 0);
        if (late.isPresent()) {
            boolean afterHours = late.get()
                    .until()
                    .flatMap(limit -> request.hour().filter(hour -> hour.isAfter(limit)))
                    .isPresent();
            LocalDate served = walk.open(afterHours ? trigger.plusDays(1) : trigger, 1);
            walk.forget();
            if (!served.equals(trigger)
                    && choices.pick("late service", late.get().counts())) {
                steps.add("What was served on " + Days.words(trigger)
                        + request.hour().map(hour -> " at " + hour).orElse("") + " counts as served on "
                        + Days.words(served) + " (" + late.get().cite() + ").");
                return served;
            }
        }
        return trigger;
    }

    private LocalDate originalEnd(LocalDate end) {
        if (text.start().extension() == LawText.Extension.ORIGINAL_END) {
            steps.add("The extension runs from the original end, " + Days.words(end) + ", open or not.");
            return end;
        }
        LocalDate rolled = walk.open(end, 1);
        walk.forget();
        steps.add(
                rolled.equals(end)
                        ? "The extension runs from the end of the first period, " + Days.words(end) + "."
                        : "The first period had run on from " + Days.words(end) + " to " + Days.words(rolled)
                                + ", and the extension runs from there.");
        return rolled;
    }

    private LocalDate extended(LocalDate end, Rolling rolling) {
        LocalDate moved = end;
        Optional<LawText.Extra> extra = extra();
        if (extra.isPresent()) {
            boolean first = choices.pick(
                            "order of service",
                            sign > 0 ? text.service().after() : text.service().before())
                    == LawText.Order.ROLL_FIRST;
            moved = add(extra.get(), first ? rolling.rollBeforeService(end, steps) : end);
        }
        int distance = request.particulars().distanceDays();
        if (distance > 0) {
            moved = moved.plusDays((long) distance * sign);
            steps.add(distance + " days are added on account of distance: " + Days.words(moved) + ".");
        }
        return moved;
    }

    private Optional<LawText.Extra> extra() {
        return request.service()
                .flatMap(method -> text.service().extras().stream()
                        .filter(extra -> extra.methods().contains(method)
                                && extra.directions().contains(request.period().direction()))
                        .findFirst());
    }

    private LocalDate add(LawText.Extra extra, LocalDate end) {
        LocalDate moved = extra.unit() == PeriodUnit.COURT_DAYS
                ? walk.openDays(end, extra.count(), sign)
                : end.plusDays((long) extra.count() * sign);
        steps.add(extra.count() + " " + extra.unit().words(extra.count()) + " for service ("
                + request.service().orElseThrow().words() + "; " + extra.cite() + ") "
                + (sign > 0 ? "after " : "before ")
                + Days.words(end) + ": " + Days.words(moved) + ".");
        walk.sayPassed(steps);
        return moved;
    }

    private String source() {
        return "Counted under " + text.authority() + " (" + law.title()
                + text.validity().from().map(from -> ", text from " + from).orElse("")
                + text.validity().to().map(to -> " to " + to).orElse("") + ") with the calendar "
                + days.calendar().title() + " (checked "
                + days.calendar().coverage().checked() + ").";
    }
}
