package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tickler.rules.checkup.Finding.Weight;
import org.tickler.rules.checkup.MatterRow.Reference;
import org.tickler.rules.count.Computation;
import org.tickler.rules.pack.CourtDeadline;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Duty;
import org.tickler.rules.pack.Pack;

/** Finds what follows from the rows of one matter and is not among them. What would follow from that in turn is left out. */
final class MissingDeadlines {
    private final List<MatterRow> rows;
    private final Derivations derivations;
    private final Consumer<Finding> sink;
    private final Set<String> said = new HashSet<>();

    MissingDeadlines(List<MatterRow> rows, Derivations derivations, Consumer<Finding> sink) {
        this.rows = List.copyOf(rows);
        this.derivations = derivations;
        this.sink = sink;
    }

    void find() {
        for (MatterRow trigger : rows) {
            if (trigger.isDated()) {
                trigger.names().forEach(name -> find(trigger, name));
            }
        }
    }

    private void find(MatterRow trigger, Reference name) {
        for (CourtRule rule : derivations.setGoing(name.pack(), name.name(), trigger)) {
            switch (derivations.of(name.pack(), rule, trigger).outcome()) {
                case CourtDeadline.Dated dated -> held(trigger, name, rule, dated.due());
                case CourtDeadline.Waiting waiting -> {}
                case CourtDeadline.Refused refused -> refused(trigger, name, rule, refused);
            }
        }
    }

    private void held(MatterRow trigger, Reference name, CourtRule rule, Computation.Due due) {
        LocalDate day = due.earliest().due().day();
        List<MatterRow> there = there(trigger, name.pack(), rule);
        boolean kept = there.stream()
                .anyMatch(row -> row.row().date().isEmpty()
                        || row.row().date().get().equals(day)
                        || row.row().says().party().isPresent());
        List<String> doubts = new ArrayList<>();
        if (!there.isEmpty()) {
            if (kept || there.size() >= triggers(name)) {
                return;
            }
            doubts.add("the sheet has " + there.size() + " for " + triggers(name) + " dates that it is counted from");
        }
        if (!name.sure()) {
            doubts.add("only if the row is " + name.id() + ", and the pack "
                    + name.pack().id() + " is for this matter");
        }
        String party = trigger.row().says().party().orElse("").toLowerCase(Locale.ROOT);
        if (said.add(name.pack().id() + "/" + rule.id() + " " + day + " " + party)) {
            sink.accept(missing(trigger, name.pack(), rule, due, doubts));
        }
    }

    /** The rows that are this deadline, cancelled ones too: somebody thought of it. */
    private List<MatterRow> there(MatterRow trigger, Pack pack, CourtRule rule) {
        return rows.stream()
                .filter(row ->
                        !row.equals(trigger) && row.named(pack, rule.id()).isPresent())
                .filter(row -> row.row().maybeSameParty(trigger.row()))
                .toList();
    }

    private long triggers(Reference name) {
        return rows.stream()
                .filter(row ->
                        row.isDated() && row.named(name.pack(), name.name()).isPresent())
                .count();
    }

    private static Finding missing(
            MatterRow trigger, Pack pack, CourtRule rule, Computation.Due due, List<String> doubts) {
        StringBuilder sentence = new StringBuilder(
                "not in the sheet; the duty is of: " + rule.act().duty().words());
        rule.act()
                .silence()
                .ifPresent(silence -> sentence.append("; if missed: ")
                        .append(silence.endsWith(".") ? silence.substring(0, silence.length() - 1) : silence));
        doubts.forEach(doubt -> sentence.append("; unsure: ").append(doubt));
        boolean ours = doubts.isEmpty() && rule.act().duty() != Duty.COURT;
        List<String> steps = new ArrayList<>(due.steps());
        steps.add("Counted from " + trigger.row().quoted() + " by the rule " + pack.id() + "/" + rule.id() + ".");
        return new Finding(
                Finding.Type.MISSING,
                ours ? Weight.DANGEROUS : Weight.NOTE,
                trigger.row().place(),
                trigger.row().matter(),
                rule.act().title(),
                new Finding.Dates(
                        Optional.empty(), Optional.of(due.earliest().due().day())),
                Optional.of(rule.source().authority().cite()),
                sentence.toString(),
                steps);
    }

    private void refused(MatterRow trigger, Reference name, CourtRule rule, CourtDeadline.Refused refused) {
        boolean named = !there(trigger, name.pack(), rule).isEmpty();
        if (name.sure()
                && !named
                && said.add(
                        "refused " + trigger.row().place() + " " + refused.why().message())) {
            sink.accept(Finding.about(
                            trigger.row(),
                            Finding.Type.UNKNOWN,
                            Weight.NOTE,
                            "what follows from it cannot be counted ("
                                    + rule.act().title() + "): " + refused.why().message())
                    .by(rule.source().authority().cite()));
        }
    }
}
