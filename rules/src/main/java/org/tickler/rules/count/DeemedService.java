package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.List;
import org.tickler.calendars.text.Days;

/** The day on which a paper counts as served, by a table of methods. */
final class DeemedService {
    private final LawText text;
    private final CountRequest request;
    private final DayWalk walk;
    private final CourtDays days;

    DeemedService(LawText text, CountRequest request, DayWalk walk, CourtDays days) {
        this.text = text;
        this.request = request;
        this.walk = walk;
        this.days = days;
    }

    LocalDate day(List<String> steps) {
        ServiceMethod method = request.service()
                .orElseThrow(() -> new RefusedException(
                        Computation.Why.SERVICE_MISSING, "the day of service depends on how it was done; say how"));
        LawText.Deemed rule = text.service().deemed().stream()
                .filter(deemed -> deemed.methods().contains(method))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        Computation.Why.SERVICE_MISSING,
                        text.authority() + " has no day of service for " + method.words()));
        LocalDate step = request.trigger();
        LocalDate nominal = step.plusDays(rule.days() > 0 ? rule.days() : isInTime(rule) ? 0 : 1);
        LocalDate served = walk.open(nominal, 1);
        walk.forget();
        steps.add("The step was taken on " + Days.words(step)
                + request.hour().map(hour -> " at " + hour).orElse("") + " (" + method.words()
                + "), and counts as service on "
                + Days.words(served) + " (" + rule.cite() + ").");
        return served;
    }

    /** Whether a step that may count on its own day does. One without an hour counts as in time: that is the earlier day. */
    private boolean isInTime(LawText.Deemed rule) {
        return days.isOpen(request.trigger())
                && rule.until()
                        .flatMap(limit -> request.hour().filter(hour -> !hour.isBefore(limit)))
                        .isEmpty();
    }
}
