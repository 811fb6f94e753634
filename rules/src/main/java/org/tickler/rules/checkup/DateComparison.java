package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tickler.rules.checkup.Finding.Weight;
import org.tickler.rules.checkup.MatterRow.Reference;
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.ServiceMethod;
import org.tickler.rules.pack.CourtDeadline;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Pack;

/** Holds the dates of rows that name a rule against what the rule makes of its trigger, another row of the matter. */
final class DateComparison {
    /** With more triggers of one sort nobody can tell which is meant. */
    private static final int MOST_TRIGGERS = 20;

    private final MatterRows rows;
    private final Derivations derivations;
    private final Age age;
    private final Consumer<Finding> sink;
    private final Set<MatterRow> differing = new HashSet<>();
    private int compared;
    private int agreeing;

    DateComparison(MatterRows rows, Derivations derivations, Age age, Consumer<Finding> sink) {
        this.rows = rows;
        this.derivations = derivations;
        this.age = age;
        this.sink = sink;
    }

    /** How many dates were held against a rule. */
    int compared() {
        return compared;
    }

    /** How many of them are as the rule has it. */
    int agreeing() {
        return agreeing;
    }

    /** Whether the row's date is surely another than the rule's. */
    boolean isDiffering(MatterRow row) {
        return differing.contains(row);
    }

    void compare() {
        for (MatterRow row : rows.all()) {
            if (row.isDated()) {
                row.rules().findFirst().ifPresent(first -> compare(row));
            }
        }
    }

    /** Of a row that names rules of several packs one is enough, if it agrees. */
    private void compare(MatterRow row) {
        List<Candidate> candidates = new ArrayList<>();
        List<Finding> refused = new ArrayList<>();
        row.rules().forEach(rule -> candidates(row, rule, candidates, refused));
        LocalDate found = row.row().date().orElseThrow();
        if (candidates.isEmpty()) {
            if (refused.isEmpty()) {
                row.rules()
                        .filter(rule -> rule.sure() && !age.isLongPast(found))
                        .findFirst()
                        .ifPresent(rule -> noTrigger(row, rule));
            }
            refused.stream().findFirst().ifPresent(sink);
            return;
        }
        compared++;
        if (candidates.stream().anyMatch(candidate -> candidate.agreesWith(found))) {
            agreeing++;
            return;
        }
        Candidate nearest = candidates.stream()
                .min(Comparator.comparingLong(candidate -> Math.abs(candidate.daysTo(found))))
                .orElseThrow();
        Finding finding = differing(row, nearest, doubts(row, nearest, candidates));
        sink.accept(finding);
        if (finding.counts()) {
            differing.add(row);
        }
    }

    private void candidates(MatterRow row, Reference named, List<Candidate> found, List<Finding> refused) {
        Pack pack = named.pack();
        List<String> triggers = pack.rules().stream()
                .filter(rule -> rule.id().equals(named.name()))
                .map(CourtRule::trigger)
                .distinct()
                .toList();
        for (String name : triggers) {
            for (MatterRow trigger : triggers(row, pack, name)) {
                Reference as = trigger.named(pack, name).orElseThrow();
                pack.triggeredBy(name, trigger.row().date().orElseThrow()).stream()
                        .filter(rule -> rule.id().equals(named.name()))
                        .forEach(rule -> {
                            boolean sure = named.sure() && as.sure();
                            CourtDeadline surely = derivations.of(pack, rule, trigger);
                            switch (surely.outcome()) {
                                case CourtDeadline.Dated dated ->
                                    found.add(new Candidate(pack, rule, trigger, dated.due(), sure));
                                case CourtDeadline.Waiting waiting -> refused.add(waiting(row, pack, rule, waiting));
                                case CourtDeadline.Refused why -> refused.add(refused(row, rule, why));
                            }
                            derivations
                                    .probably(pack, rule, trigger)
                                    .filter(probably -> !probably.equals(surely))
                                    .map(CourtDeadline::outcome)
                                    .filter(CourtDeadline.Dated.class::isInstance)
                                    .map(CourtDeadline.Dated.class::cast)
                                    .ifPresent(
                                            dated -> found.add(new Candidate(pack, rule, trigger, dated.due(), false)));
                        });
            }
        }
    }

    private List<MatterRow> triggers(MatterRow row, Pack pack, String name) {
        List<MatterRow> named = rows.naming(pack, name).stream()
                .filter(other -> !other.equals(row) && other.isDated())
                .filter(other -> other.row().maybeSameParty(row.row()))
                .limit(MOST_TRIGGERS + 1L)
                .toList();
        return named.size() > MOST_TRIGGERS ? List.of() : named;
    }

    private static Finding refused(MatterRow row, CourtRule rule, CourtDeadline.Refused refused) {
        return Finding.about(
                        row.row(),
                        Finding.Type.UNKNOWN,
                        Weight.NOTE,
                        "cannot be compared: " + refused.why().message())
                .by(rule.source().authority().cite());
    }

    private static Finding waiting(MatterRow row, Pack pack, CourtRule rule, CourtDeadline.Waiting waiting) {
        return cannot(row, rule, "the sheet has no date for what it also depends on, " + called(pack, waiting.event()));
    }

    private static Finding cannot(MatterRow row, CourtRule rule, String why) {
        return Finding.about(row.row(), Finding.Type.NO_TRIGGER, Weight.NOTE, "cannot be compared: " + why)
                .by(rule.source().authority().cite());
    }

    private static String called(Pack pack, String event) {
        return pack.titleOf(event).orElse(event) + " (" + event + ")";
    }

    private void noTrigger(MatterRow row, Reference named) {
        Optional<CourtRule> rule = named.pack().rules().stream()
                .filter(one -> one.id().equals(named.name()))
                .reduce((earlier, later) -> later);
        rule.ifPresent(one -> sink.accept(cannot(
                row,
                one,
                "the sheet has no date for what it is counted from, " + called(named.pack(), one.trigger()))));
    }

    /** Why it is not sure that the sheet is wrong; empty where it is. */
    private List<String> doubts(MatterRow row, Candidate nearest, List<Candidate> all) {
        List<String> doubts = new ArrayList<>();
        if (!nearest.sure) {
            doubts.add("the row is only probably " + nearest.pack.id() + "/" + nearest.rule.id() + ", counted from "
                    + nearest.trigger.row().quoted());
        }
        long dates = all.stream().map(Candidate::expected).distinct().count();
        LocalDate found = row.row().date().orElseThrow();
        boolean afterAll = all.stream().allMatch(candidate -> candidate.daysTo(found) > 0);
        if (dates > 1 && !afterAll) {
            doubts.add("the sheet has " + all.size() + " dates that it may be counted from");
        }
        served(row, nearest).ifPresent(doubts::add);
        if (afterAll
                && nearest.rule.movement().enlarge()
                && TitleWords.tellsOfMoreTime(row.row().title())) {
            doubts.add("the row speaks of more time; it is right if the court or the other side gave it");
        }
        return doubts;
    }

    /** Where nobody says how a paper was served, the days that are added for mail may be in the sheet's date. */
    private Optional<String> served(MatterRow row, Candidate candidate) {
        if (!candidate.rule.counting().serviceDays()
                || candidate.trigger.row().says().service().isPresent()) {
            return Optional.empty();
        }
        LocalDate found = row.row().date().orElseThrow();
        return derivations
                                        .of(candidate.pack, candidate.rule, candidate.trigger, ServiceMethod.MAIL)
                                        .outcome()
                                instanceof CourtDeadline.Dated dated
                        && dated.due().earliest().due().day().equals(found)
                ? Optional.of("it is right if the paper was served by mail, which the sheet does not say")
                : Optional.empty();
    }

    private Finding differing(MatterRow row, Candidate nearest, List<String> doubts) {
        LocalDate found = row.row().date().orElseThrow();
        long days = nearest.daysTo(found);
        boolean late = days > 0;
        StringBuilder sentence = new StringBuilder(
                Math.abs(days) + (Math.abs(days) == 1 ? " day" : " days") + (late ? " too late" : " too early"));
        if (late && !found.isAfter(nearest.due.latest().due().day())) {
            sentence.append(
                    found.equals(nearest.due.prevailing().due().day())
                            ? "; the sheet has the prevailing reading, and an earlier one can be defended"
                            : "; the sheet has a later reading, and an earlier one can be defended");
        }
        doubts.forEach(doubt -> sentence.append("; unsure: ").append(doubt));
        boolean theirs = Parties.isTheirs(nearest.rule, nearest.trigger);
        boolean past = age.isLongPast(found);
        if (late && theirs) {
            sentence.append("; the duty is the other side's");
        } else if (late && past) {
            sentence.append("; long past");
        }
        Weight weight = !doubts.isEmpty() ? Weight.NOTE : late && !theirs && !past ? Weight.DANGEROUS : Weight.WRONG;
        List<String> steps = new ArrayList<>(nearest.due.steps());
        steps.add("Counted from " + nearest.trigger.row().quoted() + " by the rule " + nearest.pack.id() + "/"
                + nearest.rule.id() + ".");
        return new Finding(
                late ? Finding.Type.LATE : Finding.Type.EARLY,
                weight,
                row.row().place(),
                row.row().matter(),
                row.row().title(),
                new Finding.Dates(Optional.of(found), Optional.of(nearest.expected())),
                Optional.of(nearest.rule.source().authority().cite()),
                sentence.toString(),
                steps);
    }

    /** A date that a row may be meant to have. */
    private record Candidate(Pack pack, CourtRule rule, MatterRow trigger, Computation.Due due, boolean sure) {
        /** The safe one: of a first permitted day the latest reading, else the earliest. */
        LocalDate expected() {
            return (rule.counting().firstPermitted() ? due.latest() : due.earliest())
                    .due()
                    .day();
        }

        /** Of a first permitted day every later one is right. */
        boolean agreesWith(LocalDate found) {
            return rule.counting().firstPermitted() ? !found.isBefore(expected()) : found.equals(expected());
        }

        long daysTo(LocalDate found) {
            return ChronoUnit.DAYS.between(expected(), found);
        }
    }
}
