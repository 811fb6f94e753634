package org.tickler.rules.pack;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;

/** Finds what an overlay says that does not fit the pack under it. */
public final class OverlayConsistency {
    private final Overlay overlay;
    private final Pack below;
    private final Problems problems;
    private final Set<String> ids;

    /** @param below the pack, with the overlays on it that this one stands on */
    public OverlayConsistency(Overlay overlay, Pack below, Problems problems) {
        this.overlay = overlay;
        this.below = below;
        this.problems = problems;
        this.ids = below.rules().stream().map(CourtRule::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Records it, each fault where the overlay has it. */
    public void check() {
        for (Overlay.Rule one : overlay.rules()) {
            CourtRule rule = one.rule();
            if (one.replaces()) {
                known(rule.at(), "replaces", rule.id());
            } else if (ids.contains(rule.id())) {
                problems.error(
                        rule.at(),
                        OverlayProblem.TAKEN_NAME,
                        "there is a rule \"" + rule.id() + "\" under this overlay already; write replaces: " + rule.id()
                                + " in place of id: where this one stands in its place, else give it another name");
            }
        }
        for (Overlay.Absence absence : overlay.without()) {
            known(absence.at(), "without", absence.rule());
            replacedToo(absence);
        }
        Set<String> events = new TreeSet<>(ids);
        events.addAll(below.events().keySet());
        taken("events", overlay.events().keySet(), events);
        taken("facts", overlay.facts().keySet(), below.facts().keySet());
        rulesOfEachOther();
    }

    /** A rule of a taken name has been complained of, and is no second text of the other. */
    private boolean isTaken(Problem problem) {
        return problem.code() == PackProblem.OVERLAP
                && overlay.rules().stream()
                        .anyMatch(one -> !one.replaces()
                                && one.rule().at().equals(problem.at())
                                && ids.contains(one.rule().id()));
    }

    private void known(Span at, String key, String rule) {
        if (!ids.contains(rule)) {
            problems.error(
                    at,
                    OverlayProblem.UNKNOWN_RULE,
                    key + ": nothing under this overlay has a rule \"" + rule + "\"" + Nearest.hint(rule, ids));
        }
    }

    private void replacedToo(Overlay.Absence absence) {
        overlay.rules().stream()
                .map(Overlay.Rule::rule)
                .filter(rule -> rule.id().equals(absence.rule())
                        && rule.source().validity().overlaps(absence.validity()))
                .forEach(rule -> problems.error(
                        absence.at(),
                        PackProblem.OVERLAP,
                        "without: the rule \"" + rule.id() + "\" is replaced at " + rule.at()
                                + " for the same days; take one of the two out"));
    }

    private void taken(String key, Set<String> own, Set<String> others) {
        for (String name : own) {
            if (others.contains(name)) {
                problems.error(
                        overlay.places().over(),
                        OverlayProblem.TAKEN_NAME,
                        key + ": \"" + name + "\" is under this overlay already; take it out to mean that one, or give"
                                + " yours another name");
            }
        }
    }

    /** What rules of a pack can say wrongly of each other; of the pack's own it is not the overlay's to complain. */
    private void rulesOfEachOther() {
        Problems all = new Problems();
        new PackConsistency(overlay.on(below), all).check();
        all.sorted().stream()
                .filter(problem ->
                        problem.at().file().equals(overlay.places().over().file()))
                .filter(problem -> !isTaken(problem))
                .forEach(problems::add);
    }
}
