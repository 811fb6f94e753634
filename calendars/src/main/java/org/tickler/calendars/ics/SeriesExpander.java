package org.tickler.calendars.ics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The local times that a rule gives. Periods are computed from the start of the series, not from each other, and
 * days are tried one by one against a budget: no rule can hang, and none is given up in silence, as ical4j does
 * after a thousand periods without a hit ({@code FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29} has one instance there).
 */
final class SeriesExpander {

    /**
     * @param times in order, within the window
     * @param cut why there may be more of them, where a limit was reached
     */
    record Expansion(NavigableSet<LocalDateTime> times, Optional<String> cut) {}

    private final LocalDateTime first;
    private final SeriesRule rule;
    private final IcsWindow window;
    private final SeriesBudget budget;
    private final NavigableSet<LocalDateTime> found = new TreeSet<>();
    private int counted;

    private SeriesExpander(LocalDateTime first, SeriesRule rule, IcsWindow window, SeriesBudget budget) {
        this.first = first;
        this.rule = rule;
        this.window = window;
        this.budget = budget;
    }

    /**
     * The instances from {@code first} on that lie in the window; {@code first} itself only where the rule gives
     * it.
     */
    static Expansion expand(LocalDateTime first, SeriesRule rule, IcsWindow window, SeriesBudget budget) {
        SeriesExpander expander = new SeriesExpander(first, rule, window, budget);
        return new Expansion(expander.found, expander.run());
    }

    private Optional<String> run() {
        LocalDate begin = rule.step().begin(first.toLocalDate(), rule.weekStart());
        LocalDate untilDate = rule.end().until().toLocalDate();
        LocalDate stop = untilDate.isBefore(window.until()) ? untilDate : window.until();
        for (long period = firstPeriod(begin); ; period++) {
            LocalDate from = rule.step().plus(begin, period * rule.interval());
            if (from.isAfter(stop)) {
                return Optional.empty();
            }
            List<LocalDateTime> candidates = new ArrayList<>();
            if (!candidates(from, candidates)) {
                return Optional.of("the recurring events of this file need too much reckoning");
            }
            for (LocalDateTime candidate : chosen(candidates)) {
                if (candidate.isAfter(rule.end().until())) {
                    return Optional.empty();
                }
                if (!candidate.isBefore(first) && take(candidate)) {
                    return Optional.of(
                            "a series has at most " + budget.perSeries() + " instances, and a file as the limits say");
                }
                if (rule.end().count() > 0 && counted == rule.end().count()) {
                    return Optional.empty();
                }
            }
        }
    }

    /** Without a count, nothing before the window matters. */
    private long firstPeriod(LocalDate begin) {
        if (rule.end().count() > 0 || !window.from().isAfter(begin)) {
            return 0;
        }
        return Math.max(0, rule.step().between(begin, window.from()) / rule.interval() - 1);
    }

    /** Counts the candidate, and keeps it if it lies in the window; true where a limit forbids that. */
    private boolean take(LocalDateTime candidate) {
        counted++;
        if (!window.holds(candidate.toLocalDate()) || found.contains(candidate)) {
            return false;
        }
        if (found.size() == budget.perSeries() || !budget.takeInstance()) {
            return true;
        }
        found.add(candidate);
        return false;
    }

    private boolean candidates(LocalDate from, List<LocalDateTime> into) {
        LocalDate end = rule.step().plus(from, 1);
        for (LocalDate day = from; day.isBefore(end); day = next(day)) {
            if (!budget.takeDay()) {
                return false;
            }
            if (rule.days().accepts(day, rule.weekStart())) {
                for (LocalTime time : rule.times()) {
                    into.add(day.atTime(time));
                }
            }
        }
        return true;
    }

    /** The next day to try: of a month that the rule leaves out, one is enough. */
    private LocalDate next(LocalDate day) {
        boolean monthCounts =
                rule.days().months().isEmpty() || rule.days().months().contains(day.getMonthValue());
        boolean skips = rule.step() == SeriesRule.Step.YEAR && !monthCounts;
        return skips ? day.withDayOfMonth(1).plusMonths(1) : day.plusDays(1);
    }

    private List<LocalDateTime> chosen(List<LocalDateTime> candidates) {
        if (rule.positions().isEmpty()) {
            return candidates;
        }
        List<LocalDateTime> chosen = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (rule.positions().contains(i + 1) || rule.positions().contains(i - candidates.size())) {
                chosen.add(candidates.get(i));
            }
        }
        return chosen;
    }
}
