package org.tickler.rules.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.SpanCounter;
import org.tickler.rules.remind.SpanCounter.Counted;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

/** Counts the dates on which one rule's deadline falls. */
final class Occurrences {
    private static final TimeSpan NO_DAYS = new TimeSpan(0, Unit.COURT_DAYS);

    private final FirmDeadline rule;
    private final Optional<CalendarId> court;
    private final SpanCounter counter;

    Occurrences(FirmDeadline rule, Optional<CalendarId> court, SpanCounter counter) {
        this.rule = rule;
        this.court = court;
        this.counter = counter;
    }

    /** The same, counted with other calendars. */
    Occurrences in(CalendarBook calendars) {
        return new Occurrences(rule, court, counter.in(calendars));
    }

    /** The date of the same number as {@code dated}, itself where there is none. */
    DerivedEntry.Dated numbered(DerivedEntry.Dated dated, LocalDate trigger, Optional<LocalDate> end) {
        return from(trigger, end).stream()
                .filter(other -> other.occurrence() == dated.occurrence())
                .findFirst()
                .orElse(dated);
    }

    /** The dates that follow from {@code trigger}, in order; none after {@code end} where there is one. */
    List<DerivedEntry.Dated> from(LocalDate trigger, Optional<LocalDate> end) {
        TimeSpan span = rule.due().span();
        Counted first = counter.days(trigger, span, rule.due().side(), court);
        List<DerivedEntry.Dated> dates = new ArrayList<>();
        LocalDate last = first.day().plusYears(Repeat.YEARS);
        int most = rule.then().isPresent() ? Repeat.MOST : 1;
        for (int number = 1; number <= most; number++) {
            DerivedEntry.Dated dated = number == 1
                    ? dated(1, first, span + " " + Words.of(rule.due().side()))
                    : repeated(number, first.day());
            LocalDate day = dated.day().orElseThrow();
            if (day.isAfter(last) || end.filter(day::isAfter).isPresent()) {
                break;
            }
            dates.add(dated);
        }
        return dates;
    }

    private DerivedEntry.Dated repeated(int number, LocalDate first) {
        TimeSpan every = rule.then().orElseThrow().every();
        TimeSpan since = new TimeSpan(every.count() * (number - 1), every.unit());
        return dated(
                number,
                counter.days(first, since, Side.AFTER, court),
                "every " + every + ", number " + number + ": " + since + " after " + Days.words(first));
    }

    private DerivedEntry.Dated dated(int number, Counted counted, String how) {
        List<String> steps = new ArrayList<>();
        steps.add(how + ": " + Days.words(counted.day()));
        steps.addAll(counted.notes());
        Counted rolled = switch (rule.due().roll()) {
            case NONE -> counted;
            case FORWARD -> counter.days(counted.day(), NO_DAYS, Side.AFTER, court);
            case BACK -> counter.days(counted.day(), NO_DAYS, Side.BEFORE, court);
        };
        if (!rolled.day().equals(counted.day())) {
            steps.add("a closed day: rolled " + Words.of(rule.due().roll()) + " to " + Days.words(rolled.day()));
            steps.addAll(rolled.notes());
        }
        return DerivedEntry.Dated.allDay(number, rolled.day(), steps, counted.confirmed() && rolled.confirmed());
    }
}
