package org.tickler.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.CountRequest;
import org.tickler.rules.count.CountRequest.Mode;
import org.tickler.rules.count.CountRequest.Particulars;
import org.tickler.rules.count.DueMoment;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.Reading;

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
     * turn. A chained deadline is counted from the earliest reading of the one before it, as if that were kept on its last day.
     *
     * @param trigger an event of the pack, or the id of one of its rules
     * @throws IllegalArgumentException if the pack knows no such trigger
     */
    public List<CourtDeadline> deadlines(String trigger, TriggerFacts facts) {
        if (pack.titleOf(trigger).isEmpty()) {
            throw new IllegalArgumentException("the pack " + pack.id() + " knows no event called \"" + trigger + "\"");
        }
        List<CourtDeadline> found = new ArrayList<>();
        follow(trigger, facts, new HashSet<>(), found);
        return found;
    }

    private void follow(String trigger, TriggerFacts facts, Set<String> chain, List<CourtDeadline> found) {
        if (!chain.add(trigger)) {
            return;
        }
        for (CourtRule rule : pack.triggeredBy(trigger, facts.on())) {
            if (!applies(rule, facts)) {
                continue;
            }
            CourtDeadline deadline = deadline(rule, facts);
            found.add(deadline);
            Optional.ofNullable(facts.also().get(rule.id()))
                    .or(() -> lastDay(deadline))
                    .ifPresent(day -> follow(rule.id(), facts.chainedAt(day), chain, found));
        }
        chain.remove(trigger);
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

    /** What {@code rule} makes of its trigger, whether or not it is law on that day. */
    public CourtDeadline deadline(CourtRule rule, TriggerFacts facts) {
        Optional<LocalDate> first = rule.notBefore()
                .flatMap(period -> date(counter.count(request(rule, period, facts.on(), facts, Mode.FIRST_PERMITTED))));
        return new CourtDeadline(rule, rule.trigger(), outcome(rule, facts), first);
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

    private Computation single(CourtRule rule, Period period, TriggerFacts facts) {
        Optional<From> restart = restart(rule, facts);
        if (restart.isPresent()) {
            return count(rule, period, restart.get(), facts.at(restart.get().day()));
        }
        Computation first = count(rule, period, From.of(rule, facts.on()), facts);
        return facts.until().equals(facts.on())
                ? first
                : Readings.ofRange(
                        first, count(rule, period, From.of(rule, facts.until()), facts.at(facts.until())), facts);
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
            Optional<LocalDate> from = item.trigger()
                    .map(event -> Optional.ofNullable(facts.also().get(event)))
                    .orElse(Optional.of(facts.on()));
            if (from.isEmpty() && later) {
                return new CourtDeadline.Waiting(item.trigger().orElseThrow());
            }
            if (from.isPresent()) {
                switch (item.trigger()
                        .map(event -> count(
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
                        mode, counting.clear(), counting.roll(), Optional.empty(), 0, false, Set.of(), List.of()));
    }

    /**
     * What a period is counted from.
     *
     * @param anewBy where it is written that the period runs anew from it; empty: it is what set it going
     */
    private record From(String event, LocalDate day, Optional<String> anewBy) {
        static From of(CourtRule rule, LocalDate day) {
            return new From(rule.trigger(), day, Optional.empty());
        }
    }

    private static Optional<LocalDate> date(Computation computation) {
        return computation instanceof Computation.Due due
                ? Optional.of(due.prevailing().due().day())
                : Optional.empty();
    }

    /** Puts readings together. */
    private static final class Readings {

        private Readings() {}

        /** The same readings, their steps led by what the rule says, with the rule's own hour where it sets one. */
        static Computation.Due withSource(Computation.Due due, Pack pack, CourtRule rule, From from) {
            return new Computation.Due(
                    withSource(due.earliest(), pack, rule, from),
                    withSource(due.prevailing(), pack, rule, from),
                    withSource(due.latest(), pack, rule, from));
        }

        private static Reading withSource(Reading reading, Pack pack, CourtRule rule, From from) {
            List<String> steps = new ArrayList<>();
            steps.add(rule.act().title() + ": " + rule.source().authority().cite()
                    + rule.source()
                            .validity()
                            .from()
                            .map(day -> ", text from " + day)
                            .orElse("")
                    + rule.source()
                            .unchecked()
                            .map(why -> " (not compared with its text: " + why + ")")
                            .orElse("")
                    + "; " + holder(pack, rule) + ".");
            steps.add(pack.titleOf(from.event()).orElse(from.event()) + ": " + Days.words(from.day())
                    + from.anewBy()
                            .map(cite -> "; the period runs anew from it (" + cite + ")")
                            .orElse("") + ".");
            steps.addAll(reading.steps());
            DueMoment due = new DueMoment(
                    reading.due().day(),
                    reading.due().hour().or(() -> rule.counting().hour()));
            return new Reading(due, steps, reading.because());
        }

        /** The text that has the rule: the pack, or an overlay on it with what it takes the place of. */
        private static String holder(Pack pack, CourtRule rule) {
            return rule.source()
                    .overlaid()
                    .map(overlay -> "overlay \"" + overlay.title() + "\" of " + overlay.version()
                            + overlay.inPlaceOf()
                                    .map(cite -> ", in place of " + cite)
                                    .orElse("")
                            + ", on the pack " + pack.id() + " of " + pack.version())
                    .orElseGet(() -> "pack " + pack.id() + " of " + pack.version());
        }

        /** Counted from the first and from the last day of a range. */
        static Computation ofRange(Computation first, Computation last, TriggerFacts facts) {
            if (!(first instanceof Computation.Due early) || !(last instanceof Computation.Due late)) {
                return first instanceof Computation.Refused ? first : last;
            }
            String range = "the trigger was on one of the days from " + facts.on() + " to " + facts.until();
            return new Computation.Due(
                    because(early.earliest(), range + "; this counts from the first"),
                    because(early.prevailing(), range + "; this counts from the first"),
                    because(late.latest(), range + "; this counts from the last"));
        }

        private static Reading because(Reading reading, String why) {
            List<String> because = new ArrayList<>(reading.because());
            because.add(why);
            return new Reading(reading.due(), reading.steps(), because);
        }

        /** The later or the earlier of several, reading by reading. */
        static Computation.Due ofSeveral(List<Computation.Due> dates, boolean later) {
            Comparator<Reading> byDue = Comparator.comparing(Reading::due);
            Comparator<Reading> wanted = later ? byDue : byDue.reversed();
            return new Computation.Due(
                    chosen(dates.stream().map(Computation.Due::earliest).toList(), wanted, later),
                    chosen(dates.stream().map(Computation.Due::prevailing).toList(), wanted, later),
                    chosen(dates.stream().map(Computation.Due::latest).toList(), wanted, later));
        }

        private static Reading chosen(List<Reading> readings, Comparator<Reading> wanted, boolean later) {
            Reading chosen = readings.stream().max(wanted).orElseThrow();
            List<String> steps = new ArrayList<>(chosen.steps());
            if (readings.size() > 1) {
                steps.add("The " + (later ? "later" : "earlier") + " of "
                        + String.join(
                                " and ",
                                readings.stream()
                                        .map(reading -> reading.due().toString())
                                        .toList())
                        + ".");
            }
            return new Reading(chosen.due(), steps, chosen.because());
        }
    }
}
