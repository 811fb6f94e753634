package org.tickler.rules.limitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Span;
import org.tickler.rules.count.Direction;
import org.tickler.rules.count.LawId;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodUnit;
import org.tickler.rules.pack.CourtRule;

/**
 * How long one sort of claim may be sued on.
 *
 * @param claim the sort, such as {@code personal-injury}
 * @param courts the calendars of the courts where it holds, and in those that stand over them; the first is that of its examples
 * @param law the law of counting, which says what becomes of a last day that is closed
 * @param knownAt since when the firm's active rules have it in this form
 * @param at where it stands in its file
 */
public record LimitationRule(
        String id,
        Optional<String> title,
        String claim,
        List<CalendarId> courts,
        Period period,
        LawId law,
        Optional<Majority> majority,
        Optional<Repose> repose,
        CourtRule.Source source,
        List<Example> examples,
        Instant knownAt,
        Span at) {
    public LimitationRule {
        courts = List.copyOf(courts);
        examples = List.copyOf(examples);
        if (courts.isEmpty()) {
            throw new IllegalArgumentException("the limitation rule " + id + " holds somewhere, but named no court");
        }
        runsInDays(period);
    }

    /**
     * The period of one who was a minor at accrual runs from the day of majority, where that ends later.
     *
     * @param age in whole years; majority is reached on that birthday
     * @param period empty: the rule's own
     */
    public record Majority(int age, Optional<Period> period) {
        public Majority {
            if (age < 1 || age > 99) {
                throw new IllegalArgumentException("majority is reached at 1 to 99 years, but was " + age);
            }
            period.ifPresent(LimitationRule::runsInDays);
        }
    }

    /**
     * The end after which nobody can sue, whatever tolls the period.
     *
     * @param from what it runs from, such as {@code act} or {@code sale}
     * @param cite where it is written, if not where the period is
     */
    public record Repose(Period period, String from, Optional<String> cite) {
        public Repose {
            runsInDays(period);
        }
    }

    /**
     * A worked example.
     *
     * @param due the last day without tolling
     * @param tolled the last day with what minority adds
     */
    public record Example(
            LocalDate accrued,
            Optional<LocalDate> born,
            Optional<LocalDate> reposeFrom,
            LocalDate due,
            Optional<LocalDate> tolled,
            String source,
            Span at) {}

    /** The period itself, if it is one of limitation: days, weeks, months or years after an event. */
    public static Period runsInDays(Period period) {
        boolean clockOrCourt = period.unit() == PeriodUnit.HOURS || period.unit() == PeriodUnit.COURT_DAYS;
        if (clockOrCourt || period.direction() != Direction.AFTER || period.count() == 0) {
            throw new IllegalArgumentException(
                    "a limitation is a number of days, weeks, months or years after, but was " + period);
        }
        return period;
    }

    /** The same rule, known since {@code since}. */
    public LimitationRule knownSince(Instant since) {
        return new LimitationRule(id, title, claim, courts, period, law, majority, repose, source, examples, since, at);
    }
}
