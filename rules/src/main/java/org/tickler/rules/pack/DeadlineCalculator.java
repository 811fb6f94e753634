package org.tickler.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.CountRequest;
import org.tickler.rules.count.CountRequest.Mode;
import org.tickler.rules.count.CountRequest.Particulars;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.docket.EntryKind;

/** Derives the deadlines that one trigger sets going under one pack. Immutable; no docket, no clock. */
public final class DeadlineCalculator {
    private final Pack pack;
    private final PeriodCounter counter;

    public DeadlineCalculator(Pack pack, PeriodCounter counter) {
        this.pack = pack;
        this.counter = counter;
    }

    /**
     * The deadlines of {@code trigger} on its day, in the order of the pack, each followed by those that it sets going in
     * turn. A chained deadline is counted from the earliest reading of the one before it, as if that were kept on its last day;
     * where an act that is done earlier makes it earlier, a step says so.
     *
     * @param trigger an event of the pack, or the id of one of its rules
     * @throws IllegalArgumentException if the pack knows no such trigger
     */
    public List<CourtDeadline> deadlines(String trigger, TriggerFacts facts) {
        if (pack.titleOf(trigger).isEmpty()) {
            throw new IllegalArgumentException("the pack " + pack.id() + " knows no event called \"" + trigger + "\"");
        }
        List<CourtDeadline> found = new ArrayList<>();
        follow(trigger, facts, rule -> true, new HashSet<>(), found);
        return found;
    }

    private void follow(
            String trigger,
            TriggerFacts facts,
            Predicate<CourtRule> which,
            Set<String> chain,
            List<CourtDeadline> found) {
        if (!chain.add(trigger)) {
            return;
        }
        for (CourtRule rule : setGoing(trigger, facts).stream().filter(which).toList()) {
            CourtDeadline deadline = deadline(rule, facts);
            found.add(deadline);
            next(rule, lastDay(deadline), facts, chain, found);
        }
        chain.remove(trigger);
    }

    /**
     * What {@code link} sets going in turn: counted from the day that is given of it, else from {@code last}, else it waits. What
     * runs from its last day is counted from that in any case.
     */
    private void next(
            CourtRule link,
            Optional<LocalDate> last,
            TriggerFacts facts,
            Set<String> chain,
            List<CourtDeadline> found) {
        Optional<TriggerFacts> done =
                Optional.ofNullable(facts.also().get(link.id())).map(facts::chainedAt);
        Optional<TriggerFacts> supposed = last.map(day -> facts.chainedAt(day).onLastDay());
        if (done.isPresent() && supposed.isPresent()) {
            follow(link.id(), done.get(), rule -> !rule.counting().fromLastDay(), chain, found);
            follow(link.id(), supposed.get(), rule -> rule.counting().fromLastDay(), chain, found);
        } else {
            done.or(() -> supposed)
                    .ifPresentOrElse(
                            chained -> follow(link.id(), chained, rule -> true, chain, found),
                            () -> waitFor(link.id(), facts, chain, found));
        }
    }

    private void waitFor(String link, TriggerFacts facts, Set<String> chain, List<CourtDeadline> found) {
        if (!chain.add(link)) {
            return;
        }
        for (CourtRule rule : setGoing(link, facts)) {
            found.add(new CourtDeadline(rule, link, new CourtDeadline.Waiting(link), Optional.empty()));
            next(rule, Optional.empty(), facts, chain, found);
        }
        chain.remove(link);
    }

    /** The rules that {@code trigger} sets going on one day of its range or more, each in the first text that is law then. */
    private List<CourtRule> setGoing(String trigger, TriggerFacts facts) {
        List<CourtRule> rules = new ArrayList<>(pack.triggeredBy(trigger, facts.on()));
        facts.days()
                .skip(1)
                .forEach(day -> pack.triggeredBy(trigger, day).stream()
                        .filter(rule -> rules.stream().noneMatch(other -> isTextOf(other, rule)))
                        .forEach(rules::add));
        return rules.stream().filter(rule -> applies(rule, facts)).toList();
    }

    private static boolean isTextOf(CourtRule one, CourtRule other) {
        return one.id().equals(other.id())
                && one.trigger().equals(other.trigger())
                && one.condition().equals(other.condition());
    }

    private static Optional<LocalDate> lastDay(CourtDeadline deadline) {
        return deadline.outcome() instanceof CourtDeadline.Dated dated
                ? Optional.of(dated.due().earliest().due().day())
                : Optional.empty();
    }

    private static boolean applies(CourtRule rule, TriggerFacts facts) {
        return rule.condition()
                .filter(condition -> facts.facts().contains(condition.fact()) != condition.holds())
                .isEmpty();
    }

    /**
     * What {@code rule} makes of its trigger, whether or not it is law on that day. Of a range it is what the texts of the rule make
     * of those days on which they are law.
     */
    public CourtDeadline deadline(CourtRule rule, TriggerFacts facts) {
        CourtDeadline.Outcome outcome = facts.isRange() ? ofRange(rule, facts) : outcome(rule, facts);
        Optional<Computation> first = rule.notBefore()
                .map(period -> counter.count(request(rule, period, facts.until(), facts, Mode.FIRST_PERMITTED)));
        return new CourtDeadline(
                rule,
                rule.trigger(),
                supposing(rule, withFirst(outcome, first), facts),
                first.flatMap(DeadlineCalculator::permitted));
    }

    private CourtDeadline.Outcome ofRange(CourtRule rule, TriggerFacts facts) {
        SortedMap<LocalDate, CourtRule> texts = new TreeMap<>();
        facts.days()
                .forEach(day -> pack.triggeredBy(rule.trigger(), day).stream()
                        .filter(text -> isTextOf(rule, text))
                        .findFirst()
                        .ifPresent(text -> texts.put(day, text)));
        if (texts.isEmpty()) {
            facts.days().forEach(day -> texts.put(day, rule));
        }
        SortedMap<LocalDate, Computation.Due> counted = new TreeMap<>();
        for (Map.Entry<LocalDate, CourtRule> text : texts.entrySet()) {
            CourtDeadline.Outcome outcome = outcome(text.getValue(), facts.at(text.getKey()));
            if (!(outcome instanceof CourtDeadline.Dated dated)) {
                return outcome;
            }
            counted.put(text.getKey(), dated.due());
        }
        return new CourtDeadline.Dated(Readings.ofRange(counted, facts));
    }

    /** The outcome, and in its steps whether the act that it runs from is only supposed to be done on that day. */
    private CourtDeadline.Outcome supposing(CourtRule rule, CourtDeadline.Outcome outcome, TriggerFacts facts) {
        return outcome instanceof CourtDeadline.Dated dated
                ? SupposedAct.step(pack, rule, facts)
                        .<CourtDeadline.Outcome>map(
                                step -> new CourtDeadline.Dated(Readings.withStep(dated.due(), step)))
                        .orElse(dated)
                : outcome;
    }

    /** The outcome, and in its steps whether the act is permitted in time. */
    private static CourtDeadline.Outcome withFirst(CourtDeadline.Outcome outcome, Optional<Computation> first) {
        if (!(outcome instanceof CourtDeadline.Dated dated) || first.isEmpty()) {
            return outcome;
        }
        return switch (first.get()) {
            case Computation.Refused refused ->
                new CourtDeadline.Dated(Readings.withStep(
                        dated.due(),
                        "From which day on the act is permitted is not known: " + refused.message() + "."));
            case Computation.Due permitted -> {
                LocalDate day = permitted.latest().due().day();
                yield day.isAfter(dated.due().earliest().due().day())
                        ? new CourtDeadline.Dated(Readings.withStep(
                                dated.due(),
                                "The act is not permitted before " + Days.words(day)
                                        + ", which is later: no day is in time."))
                        : dated;
            }
        };
    }

    private CourtDeadline.Outcome outcome(CourtRule rule, TriggerFacts facts) {
        return switch (rule.due()) {
            case DueRule.Single single -> outcome(single(rule, single.period(), facts));
            case DueRule.LaterOf later -> several(rule, later.items(), facts, true);
            case DueRule.EarlierOf earlier -> several(rule, earlier.items(), facts, false);
        };
    }

    private static CourtDeadline.Outcome outcome(Computation computation) {
        return switch (computation) {
            case Computation.Due due -> new CourtDeadline.Dated(due);
            case Computation.Refused refused -> new CourtDeadline.Refused(refused);
        };
    }

    /** What a period runs anew from has an hour and a way of service of its own, which nobody says. */
    private Computation single(CourtRule rule, Period period, TriggerFacts facts) {
        return restart(rule, facts)
                .map(anew -> count(rule, period, anew, facts.chainedAt(anew.day())))
                .orElseGet(() -> count(rule, period, From.of(rule, facts.on()), facts));
    }

    /** The last event after the trigger from which the period runs anew. */
    private static Optional<From> restart(CourtRule rule, TriggerFacts facts) {
        return rule.movement().restarts().stream()
                .flatMap(restart -> Optional.ofNullable(facts.also().get(restart.on()))
                        .map(day -> new From(restart.on(), day, Optional.of(restart.cite())))
                        .stream())
                .filter(from -> !from.day().isBefore(facts.on()))
                .max(Comparator.comparing(From::day));
    }

    private CourtDeadline.Outcome several(CourtRule rule, List<DueRule.Item> items, TriggerFacts facts, boolean later) {
        List<Computation.Due> dates = new ArrayList<>();
        for (DueRule.Item item : items) {
            Optional<String> other = item.trigger().filter(event -> !event.equals(rule.trigger()));
            Optional<LocalDate> from = other.map(
                            event -> Optional.ofNullable(facts.also().get(event)))
                    .orElse(Optional.of(facts.on()));
            if (from.isEmpty() && later) {
                return new CourtDeadline.Waiting(other.orElseThrow());
            }
            if (from.isPresent()) {
                switch (other.map(event -> count(
                                rule,
                                item.period(),
                                new From(event, from.get(), Optional.empty()),
                                facts.chainedAt(from.get())))
                        .orElseGet(() -> single(rule, item.period(), facts))) {
                    case Computation.Due due -> dates.add(due);
                    case Computation.Refused refused -> {
                        return new CourtDeadline.Refused(refused);
                    }
                }
            }
        }
        if (dates.isEmpty()) {
            return new CourtDeadline.Waiting(items.getFirst().trigger().orElse(rule.trigger()));
        }
        return new CourtDeadline.Dated(Readings.ofSeveral(dates, later));
    }

    private Computation count(CourtRule rule, Period period, From from, TriggerFacts facts) {
        Mode mode = rule.counting().mondayNext()
                ? Mode.MONDAY_NEXT_AT_TEN
                : rule.counting().firstPermitted() ? Mode.FIRST_PERMITTED : Mode.LAST_DAY;
        Computation counted = counter.count(request(rule, period, from.day(), facts, mode));
        return switch (counted) {
            case Computation.Due due -> Readings.withSource(due, pack, rule, from);
            case Computation.Refused refused -> refused;
        };
    }

    private CountRequest request(CourtRule rule, Period period, LocalDate from, TriggerFacts facts, Mode mode) {
        CourtRule.Counting counting = rule.counting();
        return new CountRequest(
                counting.law().orElse(pack.law()),
                from,
                facts.hour(),
                Optional.empty(),
                period,
                rule.source().authority().cite(),
                facts.service().filter(method -> counting.serviceDays()),
                Optional.of(facts.court().orElse(pack.courts())),
                Optional.of(from),
                new Particulars(
                        mode,
                        counting.clear(),
                        counting.roll(),
                        Optional.empty(),
                        0,
                        false,
                        Set.of(),
                        List.of(),
                        rule.act().kind() == EntryKind.FILING));
    }

    /**
     * What a period is counted from.
     *
     * @param anewBy where it is written that the period runs anew from it; empty: it is what set it going
     */
    record From(String event, LocalDate day, Optional<String> anewBy) {
        static From of(CourtRule rule, LocalDate day) {
            return new From(rule.trigger(), day, Optional.empty());
        }
    }

    /** The first day on which the act is surely permitted. */
    private static Optional<LocalDate> permitted(Computation computation) {
        return computation instanceof Computation.Due due
                ? Optional.of(due.latest().due().day())
                : Optional.empty();
    }
}
