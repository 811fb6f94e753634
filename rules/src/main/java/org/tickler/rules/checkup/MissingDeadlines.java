package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tickler.calendars.text.Days;
import org.tickler.rules.checkup.Finding.Weight;
import org.tickler.rules.checkup.MatterRow.Reference;
import org.tickler.rules.count.Computation;
import org.tickler.rules.pack.CourtDeadline;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Duty;

/**
 * Finds what follows from the rows of one matter and is not among them. What would follow from that in turn is left out, and
 * what follows from a row that is only probably a trigger is one note.
 */
final class MissingDeadlines {
    private static final int FEW = 3;
    private static final int MOST_NAMED = 6;

    private final MatterRows rows;
    private final Derivations derivations;
    private final Age age;
    private final SimilarRows similar;
    private final Consumer<Finding> sink;
    private final Set<String> said = new HashSet<>();

    MissingDeadlines(MatterRows rows, Derivations derivations, Age age, Consumer<Finding> sink) {
        this.rows = rows;
        this.derivations = derivations;
        this.age = age;
        this.similar = new SimilarRows(rows.all());
        this.sink = sink;
    }

    void find() {
        List<Missing> ahead = new ArrayList<>();
        List<Missing> past = new ArrayList<>();
        for (MatterRow trigger : rows.all()) {
            boolean unsettled = !trigger.isSure() && trigger.packs().size() > 1;
            if (trigger.isDated() && !unsettled) {
                List<Missing> found = new ArrayList<>();
                trigger.names().forEach(name -> find(trigger, name, found));
                found.stream()
                        .filter(one -> one.name.sure())
                        .forEach(one -> (age.isLongPast(one.day()) ? past : ahead).add(one));
                probably(found.stream().filter(one -> !one.name.sure()).toList());
            }
        }
        ahead.forEach(this::tell);
        if (past.size() <= FEW) {
            past.forEach(this::tell);
        } else {
            together(
                    past,
                    past.getFirst().rule.act().title(),
                    past.size() + " that are long past are not in the sheet; were they done? ");
        }
    }

    /** What follows from {@code trigger}, a row that is called {@code name}, and is not in the sheet. */
    private record Missing(
            MatterRow trigger, Reference name, CourtRule rule, Computation.Due due, List<String> doubts) {
        LocalDate day() {
            return due.earliest().due().day();
        }

        String rulesName() {
            return name.pack().id() + "/" + rule.id();
        }
    }

    private void find(MatterRow trigger, Reference name, List<Missing> found) {
        for (CourtRule rule : derivations.setGoing(name.pack(), name.name(), trigger)) {
            switch (derivations.of(name.pack(), rule, trigger).outcome()) {
                case CourtDeadline.Dated dated ->
                    missing(trigger, name, rule, dated.due()).ifPresent(found::add);
                case CourtDeadline.Waiting waiting -> {}
                case CourtDeadline.Refused refused -> refused(trigger, name, rule, refused);
            }
        }
    }

    /** Where the matter's other rows, if they are what they probably are, make it earlier, that is the safe date. */
    private Optional<Missing> missing(MatterRow trigger, Reference name, CourtRule rule, Computation.Due surely) {
        List<String> doubts = new ArrayList<>();
        Computation.Due due = surely;
        LocalDate day = surely.earliest().due().day();
        Optional<Computation.Due> probably = derivations
                .probably(name.pack(), rule, trigger)
                .map(CourtDeadline::outcome)
                .filter(CourtDeadline.Dated.class::isInstance)
                .map(outcome -> ((CourtDeadline.Dated) outcome).due());
        if (probably.isPresent() && probably.get().earliest().due().day().isBefore(day)) {
            due = probably.get();
        }
        LocalDate safe = due.earliest().due().day();
        List<MatterRow> there = there(trigger, name, rule);
        boolean kept = there.stream()
                .anyMatch(row -> row.row().date().isEmpty()
                        || row.row().date().get().equals(day)
                        || row.row().date().get().equals(safe)
                        || row.row().says().party().isPresent());
        long triggers = triggers(name);
        if (kept || !there.isEmpty() && there.size() >= triggers) {
            return Optional.empty();
        }
        if (!there.isEmpty()) {
            doubts.add("the sheet has " + there.size() + " for " + triggers + " dates that it is counted from");
        }
        if (name.rule() && !trigger.happened()) {
            doubts.add("it runs from a deadline, if that is kept on its last day");
        }
        if (!age.isLongPast(safe)) {
            similar.to(rule, trigger, safe).ifPresent(doubts::add);
        }
        Missing missing = new Missing(trigger, name, rule, due, doubts);
        String party = trigger.row().says().party().orElse("").toLowerCase(Locale.ROOT);
        return said.add(missing.rulesName() + " " + safe + " " + party) ? Optional.of(missing) : Optional.empty();
    }

    /** The rows that are this deadline, cancelled ones too: somebody thought of it. */
    private List<MatterRow> there(MatterRow trigger, Reference name, CourtRule rule) {
        return rows.naming(name.pack(), rule.id()).stream()
                .filter(row -> row.row().maybeSameParty(trigger.row()) && !row.equals(trigger))
                .toList();
    }

    private long triggers(Reference name) {
        return rows.naming(name.pack(), name.name()).stream()
                .filter(MatterRow::isDated)
                .count();
    }

    private void tell(Missing missing) {
        CourtRule.Act act = missing.rule.act();
        boolean theirs = Parties.isTheirs(missing.rule, missing.trigger);
        boolean past = age.isLongPast(missing.day());
        StringBuilder sentence = new StringBuilder("not in the sheet; ");
        sentence.append(
                theirs
                        ? "to watch: the duty is the other side's ("
                                + act.duty().words() + ")"
                        : "the duty is of: " + act.duty().words());
        if (past) {
            sentence.append("; long past: was it done?");
        }
        if (!missing.rule.movement().enlarge()) {
            sentence.append("; the court may not enlarge it");
        }
        act.silence().ifPresent(silence -> sentence.append("; if missed: ").append(clause(silence)));
        missing.doubts.forEach(doubt -> sentence.append("; unsure: ").append(doubt));
        boolean dangerous = missing.doubts.isEmpty() && !theirs && !past && act.duty() != Duty.COURT;
        List<String> steps = new ArrayList<>(missing.due.steps());
        steps.add("Counted from " + missing.trigger.row().quoted() + " by the rule " + missing.rulesName() + ".");
        SheetRow row = missing.trigger.row();
        sink.accept(new Finding(
                Finding.Type.MISSING,
                dangerous ? Weight.DANGEROUS : Weight.NOTE,
                row.place(),
                row.matter(),
                act.title(),
                new Finding.Dates(Optional.empty(), Optional.of(missing.day())),
                Optional.of(missing.rule.source().authority().cite()),
                sentence.toString(),
                steps));
    }

    /** One note of all that follows from a row that is only probably a trigger. */
    private void probably(List<Missing> all) {
        List<Missing> missing = all.stream()
                .filter(one -> one.doubts.isEmpty() && !age.isLongPast(one.day()))
                .sorted(Comparator.comparing(Missing::day))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Missing first = missing.getFirst();
        together(
                missing,
                first.trigger.row().title(),
                "unsure: if the row is " + first.name.id() + ", the sheet lacks what follows from it: ");
    }

    private void together(List<Missing> missing, String title, String sentence) {
        Missing first = missing.getFirst();
        List<String> titles = missing.stream()
                .limit(MOST_NAMED)
                .map(one -> one.rule.act().title() + " (" + Days.words(one.day()) + ")")
                .toList();
        int more = missing.size() - titles.size();
        SheetRow row = first.trigger.row();
        sink.accept(new Finding(
                Finding.Type.MISSING,
                Weight.NOTE,
                row.place(),
                row.matter(),
                title,
                new Finding.Dates(Optional.empty(), Optional.of(first.day())),
                Optional.of(first.rule.source().authority().cite()),
                sentence + String.join(", ", titles) + (more > 0 ? " and " + more + " more" : ""),
                List.of()));
    }

    private static String clause(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private void refused(MatterRow trigger, Reference name, CourtRule rule, CourtDeadline.Refused refused) {
        boolean named = !there(trigger, name, rule).isEmpty();
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
