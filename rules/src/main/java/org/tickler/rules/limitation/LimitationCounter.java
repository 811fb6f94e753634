package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.CountRequest;
import org.tickler.rules.count.CountRequest.Particulars;
import org.tickler.rules.count.Direction;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.PeriodUnit;
import org.tickler.rules.count.Provisional;
import org.tickler.rules.count.Reading;
import org.tickler.rules.firm.Claim;

/** Counts last days to sue. Immutable; no docket, no clock. */
public final class LimitationCounter {
    private static final Period NO_DAYS = new Period(0, PeriodUnit.DAYS, Direction.AFTER);

    private final PeriodCounter counter;

    public LimitationCounter(PeriodCounter counter) {
        this.counter = counter;
    }

    /**
     * The last day to sue on {@code claim} under {@code rule}, with and without tolling. A period runs from the earliest day
     * of accrual, which is not counted; it ends on the corresponding date, or the month's last; only then is it tolled, then cut short by a
     * repose, then rolled off a closed day as the law says, by the earliest reading.
     *
     * @param court the calendar whose days count
     */
    public Limitation count(LimitationRule rule, Claim claim, CalendarId court) {
        List<String> steps = new ArrayList<>();
        LocalDate accrued = accrued(claim, steps);
        LocalDate end = end(accrued, rule.period());
        steps.add("The rule " + rule.id() + " gives " + rule.period().length() + " (" + cite(rule)
                + "); the day of accrual is not" + " counted: " + Days.words(end) + ".");
        LastDay untolled = lastDay(rule, claim, court, end, steps);
        List<String> tolling = new ArrayList<>();
        LocalDate later = TollingSpans.of(claim).extend(accrued, end, tolling);
        Optional<LocalDate> grown = grown(rule, claim, accrued, tolling);
        LocalDate longest = grown.filter(later::isBefore).orElse(later);
        String facts = ClaimRules.fingerprint(claim, rule, court);
        Optional<String> gap = ClaimRules.reposeUnknown(rule, claim);
        if (tolling.isEmpty()) {
            return new Limitation(rule, facts, untolled, untolled, gap);
        }
        LastDay tolled = lastDay(rule, claim, court, longest, tolling);
        return new Limitation(
                rule,
                facts,
                untolled,
                tolled.day().isBefore(untolled.day())
                        ? new LastDay(untolled.day(), untolled.confirmed(), tolled.steps())
                        : tolled,
                gap);
    }

    private static LocalDate accrued(Claim claim, List<String> steps) {
        Claim.Accrual accrual = claim.accrual();
        if (accrual.isRange()) {
            steps.add("It accrued on one of the days from " + Days.words(accrual.first()) + " to "
                    + Days.words(accrual.last()) + "; the earliest counts.");
        }
        return accrual.first();
    }

    private static String cite(LimitationRule rule) {
        return rule.source().authority().cite()
                + rule.source()
                        .authority()
                        .checked()
                        .map(day -> ", compared with its text on " + day)
                        .or(() -> rule.source().unchecked().map(why -> ", not compared with its text: " + why))
                        .orElse("");
    }

    /** The end of the period of one who was a minor at accrual; empty where that is nobody, or is not known. */
    private static Optional<LocalDate> grown(LimitationRule rule, Claim claim, LocalDate accrued, List<String> steps) {
        if (rule.majority().isEmpty() || claim.born().isEmpty()) {
            return Optional.empty();
        }
        LimitationRule.Majority majority = rule.majority().get();
        LocalDate birthday = claim.born().get().plusYears(majority.age());
        if (!birthday.isAfter(accrued)) {
            return Optional.empty();
        }
        Period period = majority.period().orElse(rule.period());
        LocalDate end = end(birthday, period);
        steps.add("Born on " + Days.words(claim.born().get()) + " and a minor at accrual; " + period.length()
                + " from majority at " + majority.age() + ", " + Days.words(birthday) + ": " + Days.words(end)
                + "; the later end counts.");
        return Optional.of(TollingSpans.of(claim).extend(birthday, end, new ArrayList<>()));
    }

    private LastDay lastDay(LimitationRule rule, Claim claim, CalendarId court, LocalDate end, List<String> steps) {
        List<String> all = new ArrayList<>(steps);
        LocalDate capped = rule.repose()
                .map(repose -> repose(repose, claim, end, all))
                .filter(end::isAfter)
                .orElse(end);
        return switch (counter.count(roll(rule, court, capped))) {
            case Computation.Due due -> {
                Reading earliest = due.earliest();
                all.addAll(earliest.steps().subList(1, earliest.steps().size()));
                yield new LastDay(noLaterThanRepose(rule, claim, earliest.due().day(), all), true, all);
            }
            case Computation.Refused refused -> {
                LocalDate weekday = Provisional.earliest(capped, NO_DAYS);
                all.add("What becomes of a closed last day is not known (" + refused.message()
                        + "): the day itself, or the" + " weekday before it, is taken for now: " + Days.words(weekday)
                        + ".");
                yield new LastDay(weekday, false, all);
            }
        };
    }

    /** A repose may be absolute: whether it runs on past a closed day is not taken for granted, and the safe day is earlier. */
    private static LocalDate noLaterThanRepose(LimitationRule rule, Claim claim, LocalDate rolled, List<String> steps) {
        Optional<LocalDate> last = rule.repose()
                .flatMap(repose -> claim.reposeFrom().map(from -> end(from, repose.period())))
                .filter(rolled::isAfter);
        last.ifPresent(day -> steps.add("A repose is not taken to run on past a closed day: the safe day is "
                + Days.words(Provisional.earliest(day, NO_DAYS)) + "."));
        return last.map(day -> Provisional.earliest(day, NO_DAYS)).orElse(rolled);
    }

    private static LocalDate repose(LimitationRule.Repose repose, Claim claim, LocalDate end, List<String> steps) {
        String named = "The repose of " + repose.period().length() + " from the " + repose.from()
                + repose.cite().map(cite -> " (" + cite + ")").orElse("");
        if (claim.reposeFrom().isEmpty()) {
            steps.add(named
                    + " could not be counted, since the claim does not say when that was: the date may be earlier.");
            return end;
        }
        LocalDate last = end(claim.reposeFrom().get(), repose.period());
        steps.add(named + " on " + Days.words(claim.reposeFrom().get()) + " ends on " + Days.words(last)
                + (last.isBefore(end) ? ", whatever tolls the period." : ", which is no earlier."));
        return last;
    }

    /** A period of no days: it is rolled like any other, and its first step says nothing. */
    private static CountRequest roll(LimitationRule rule, CalendarId court, LocalDate end) {
        return new CountRequest(
                rule.law(),
                end,
                Optional.empty(),
                Optional.empty(),
                NO_DAYS,
                rule.source().authority().cite(),
                Optional.empty(),
                Optional.of(court),
                Optional.empty(),
                Particulars.NONE);
    }

    /** The last day of {@code period} from {@code start}, which is not counted; open or not. */
    static LocalDate end(LocalDate start, Period period) {
        return switch (period.unit()) {
            case DAYS -> start.plusDays(period.count());
            case WEEKS -> start.plusWeeks(period.count());
            case MONTHS -> start.plusMonths(period.count());
            case YEARS -> start.plusYears(period.count());
            case HOURS, COURT_DAYS -> throw new IllegalStateException("no limitation is counted in " + period);
        };
    }
}
