package org.tickler.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.tickler.calendars.text.Days;
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.DueMoment;
import org.tickler.rules.count.Reading;

/** Puts readings together. */
final class Readings {
    private Readings() {}

    /** The same readings, their steps led by what the rule says, with the rule's own hour where it sets one. */
    static Computation.Due withSource(Computation.Due due, Pack pack, CourtRule rule, DeadlineCalculator.From from) {
        return new Computation.Due(
                withSource(due.earliest(), pack, rule, from),
                withSource(due.prevailing(), pack, rule, from),
                withSource(due.latest(), pack, rule, from));
    }

    private static Reading withSource(Reading reading, Pack pack, CourtRule rule, DeadlineCalculator.From from) {
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

    /** Of what was counted from each day of a range: the earliest, what the first day gives, the latest. */
    static Computation.Due ofRange(SortedMap<LocalDate, Computation.Due> counted, TriggerFacts facts) {
        Map.Entry<LocalDate, Computation.Due> first = counted.firstEntry();
        Map.Entry<LocalDate, Computation.Due> earliest = first;
        Map.Entry<LocalDate, Computation.Due> latest = first;
        for (Map.Entry<LocalDate, Computation.Due> one : counted.entrySet()) {
            if (one.getValue()
                            .earliest()
                            .due()
                            .compareTo(earliest.getValue().earliest().due())
                    < 0) {
                earliest = one;
            }
            if (one.getValue()
                            .latest()
                            .due()
                            .compareTo(latest.getValue().latest().due())
                    >= 0) {
                latest = one;
            }
        }
        return new Computation.Due(
                because(earliest.getValue().earliest(), earliest.getKey(), facts),
                because(first.getValue().prevailing(), first.getKey(), facts),
                because(latest.getValue().latest(), latest.getKey(), facts));
    }

    private static Reading because(Reading reading, LocalDate day, TriggerFacts facts) {
        String which = day.equals(facts.on()) ? "the first" : day.equals(facts.until()) ? "the last" : day.toString();
        List<String> because = new ArrayList<>(reading.because());
        because.add("the trigger was on one of the days from " + facts.on() + " to " + facts.until()
                + "; this counts from " + which);
        return new Reading(reading.due(), reading.steps(), because);
    }

    /** The same readings, each with a step more. */
    static Computation.Due withStep(Computation.Due due, String step) {
        return new Computation.Due(
                withStep(due.earliest(), step), withStep(due.prevailing(), step), withStep(due.latest(), step));
    }

    private static Reading withStep(Reading reading, String step) {
        List<String> steps = new ArrayList<>(reading.steps());
        steps.add(step);
        return new Reading(reading.due(), steps, reading.because());
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
