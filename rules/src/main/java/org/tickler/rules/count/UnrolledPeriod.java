package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.CountRequest.Mode;
import org.tickler.rules.count.LawText.FirstDay;

/** Counts the days, weeks, months or years of a period, before service and roll. */
final class UnrolledPeriod {
    private static final Disputed<Boolean> CLEAR_OF_CLOSED_DAYS = new Disputed<>(List.of(
            new Disputed.Answer<>(true, "the act is to be done on an open day before the clear days"),
            new Disputed.Answer<>(false, "the act may be done on a closed day before the clear days")));

    /** CPR 2.8(2) makes clear days of "a period of time expressed as a number of days". */
    private static final Disputed<Boolean> CLEAR_BEYOND_DAYS = new Disputed<>(List.of(
            new Disputed.Answer<>(false, "clear days are for periods in days, and this one is in longer units"),
            new Disputed.Answer<>(true, "both ends of a longer period are left out as those of one in days are")));

    private final LawText text;
    private final CountRequest request;
    private final Period period;
    private final Choices choices;
    private final CourtDays days;
    private final DayWalk walk;
    private final int sign;

    UnrolledPeriod(LawText text, CountRequest request, Choices choices, CourtDays days, DayWalk walk) {
        this.text = text;
        this.request = request;
        this.period = request.period();
        this.choices = choices;
        this.days = days;
        this.walk = walk;
        this.sign = period.direction().sign();
    }

    /** The last day of the period that {@code trigger} sets going. */
    LocalDate end(LocalDate trigger, List<String> steps) {
        LocalDate end = switch (period.unit()) {
            case DAYS -> days(trigger, steps);
            case COURT_DAYS -> openDays(trigger);
            case WEEKS -> clear(trigger.plusWeeks((long) period.count() * sign));
            case MONTHS -> clear(trigger.plusMonths((long) period.count() * sign));
            case YEARS -> clear(trigger.plusYears((long) period.count() * sign));
            case HOURS -> throw new IllegalStateException("hours are counted by the clock");
        };
        steps.add("The day of the trigger, " + Days.words(trigger) + ", is not counted; " + period
                + (isClear() ? ", clear of both ends" : "") + ": " + Days.words(end) + ".");
        walk.sayPassed(steps);
        return withWorkingDays(trigger, end, steps);
    }

    private LocalDate days(LocalDate trigger, List<String> steps) {
        boolean isShort = text.skip()
                .shortPeriods()
                .filter(rule -> rule.covers(period.count(), request.rule()))
                .isPresent();
        if (isShort) {
            steps.add("A period of " + period.length() + " leaves out closed days.");
            return openDays(trigger);
        }
        return counted(start(trigger, steps), period.count() + (isClear() ? 1 : 0));
    }

    /** The day before the first that is counted. */
    private LocalDate start(LocalDate trigger, List<String> steps) {
        FirstDay first = choices.pick(
                "first day", sign > 0 ? text.start().after() : text.start().before());
        if (first == FirstDay.NEXT_DAY || period.count() == 0) {
            return trigger;
        }
        LocalDate open = walk.openDays(trigger, 1, sign);
        walk.forget();
        if (!open.equals(trigger.plusDays(sign))) {
            steps.add("Counting begins on the next open day, " + Days.words(open) + ".");
        }
        return open.minusDays(sign);
    }

    private LocalDate counted(LocalDate start, int count) {
        List<Recess> recesses =
                request.particulars().recesses().orElse(text.skip().recesses());
        if (recesses.isEmpty()) {
            return start.plusDays((long) count * sign);
        }
        return walk.counted(start, count, sign, day -> {
            Optional<Recess> recess =
                    recesses.stream().filter(one -> one.contains(day)).findFirst();
            recess.ifPresent(one -> walk.note(day, one.name()));
            return recess.isEmpty();
        });
    }

    private LocalDate openDays(LocalDate trigger) {
        LocalDate last = walk.openDays(trigger, period.count(), sign);
        if (!isClear()) {
            return last;
        }
        LocalDate next = last.plusDays(sign);
        if (days.isOpen(next) || !choices.pick("clear of closed days", CLEAR_OF_CLOSED_DAYS)) {
            return next;
        }
        return walk.open(next, sign);
    }

    private LocalDate clear(LocalDate end) {
        return isClear() ? end.plusDays(sign) : end;
    }

    /** Whether the last day is left out too: only where an event or a first permitted act lies beyond it. */
    private boolean isClear() {
        boolean bounded = sign < 0 || request.particulars().mode() == Mode.FIRST_PERMITTED;
        return bounded && request.particulars().clear().orElseGet(this::isClearByLaw);
    }

    private boolean isClearByLaw() {
        boolean inDays = period.unit() == PeriodUnit.DAYS || period.unit() == PeriodUnit.COURT_DAYS;
        return text.skip().clear() && (inDays || choices.pick("clear beyond days", CLEAR_BEYOND_DAYS));
    }

    private LocalDate withWorkingDays(LocalDate trigger, LocalDate end, List<String> steps) {
        int wanted = text.ending().workingDays();
        boolean shorter =
                period.unit() == PeriodUnit.COURT_DAYS || period.unit() == PeriodUnit.DAYS && period.count() < 2;
        if (wanted == 0 || sign < 0 || shorter || period.count() == 0) {
            return end;
        }
        LocalDate enough = walk.openDays(trigger, wanted, 1);
        walk.forget();
        if (!enough.isAfter(end)) {
            return end;
        }
        steps.add("A period of two days or more has at least " + wanted + " working days: " + Days.words(enough) + ".");
        return enough;
    }
}
