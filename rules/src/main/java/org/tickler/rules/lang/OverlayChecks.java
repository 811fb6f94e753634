package org.tickler.rules.lang;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Severity;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.OverlayConsistency;
import org.tickler.rules.pack.OverlayProblem;
import org.tickler.rules.pack.Pack;

/** Finds overlays that do not fit the pack, the courts and the other overlays under them. */
public final class OverlayChecks {
    private final CourtLaw law;
    private final CalendarBook calendars;
    private final Set<Problem> found = new LinkedHashSet<>();

    private OverlayChecks(CourtLaw law, CalendarBook calendars) {
        this.law = law;
        this.calendars = calendars;
    }

    /** Records every fault of every overlay of {@code law}, each once, however many courts have it. */
    public static void check(CourtLaw law, CalendarBook calendars, Problems problems) {
        OverlayChecks checks = new OverlayChecks(law, calendars);
        law.overlays().forEach(checks::check);
        checks.found.stream().sorted(Comparator.comparing(Problem::at)).forEach(problems::add);
    }

    /**
     * The pack that an overlay stands on in the first of its courts, with all that stands under it and with the overlay
     * itself, for that court; empty where one of them is not there.
     */
    public static Optional<Pack> laid(CourtLaw law, CourtLaw.UsedOverlay used, CalendarBook calendars) {
        OverlayChecks checks = new OverlayChecks(law, calendars);
        Overlay overlay = used.overlay();
        CalendarId first = overlay.bench().courts().getFirst();
        return law.find(overlay.over())
                .map(CourtLaw.UsedPack::pack)
                .flatMap(pack -> calendars
                        .find(first)
                        .map(court ->
                                overlay.on(checks.below(used, pack, court)).in(first)));
    }

    private void check(CourtLaw.UsedOverlay used) {
        Overlay overlay = used.overlay();
        Optional<CourtLaw.UsedPack> pack = law.find(overlay.over());
        if (pack.isEmpty()) {
            Set<String> names = new TreeSet<>();
            law.packs().forEach(one -> names.add(one.pack().id()));
            found.add(new Problem(
                    overlay.places().over(),
                    Severity.ERROR,
                    RuleProblem.UNKNOWN_PACK,
                    "over: no pack in use is called \"" + overlay.over() + "\""
                            + Nearest.to(overlay.over(), names)
                                    .map(near -> "; did you mean \"" + near + "\"?")
                                    .orElse("; say use: " + overlay.over() + " in a file of rules/")));
            return;
        }
        for (CalendarId id : overlay.bench().courts()) {
            Optional<CourtCalendar> court = calendars
                    .find(id)
                    .filter(one -> one.isOrStandsOver(pack.get().pack().courts()));
            court.ifPresentOrElse(
                    one -> inOne(used, pack.get().pack(), one),
                    () -> unknown(overlay, pack.get().pack(), id));
        }
    }

    private void unknown(Overlay overlay, Pack pack, CalendarId id) {
        List<String> served = calendars.ids().stream()
                .filter(one -> calendars.get(one).isOrStandsOver(pack.courts()))
                .map(CalendarId::value)
                .toList();
        found.add(new Problem(
                overlay.places().courts(),
                Severity.ERROR,
                RuleProblem.UNKNOWN_COURT,
                "courts: the pack " + pack.id() + " serves no court with the calendar \"" + id + "\""
                        + Nearest.hint(id.value(), served)));
    }

    private void inOne(CourtLaw.UsedOverlay used, Pack pack, CourtCalendar court) {
        Problems problems = new Problems();
        new OverlayConsistency(used.overlay(), below(used, pack, court), problems).check();
        found.addAll(problems.sorted());
        Comparator<CourtLaw.UsedOverlay> rank = CourtLaw.UsedOverlay.byRankIn(court);
        stack(used, court).stream()
                .filter(other -> rank.compare(other, used) == 0)
                .takeWhile(other -> !other.equals(used))
                .forEach(other -> tie(used.overlay(), other.overlay(), court));
    }

    /** Two of equal rank that both change one rule: the later of the files is complained of. */
    private void tie(Overlay overlay, Overlay other, CourtCalendar court) {
        Set<String> both = new TreeSet<>(overlay.touched());
        both.retainAll(other.touched());
        both.forEach(rule -> found.add(new Problem(
                overlay.places().courts(),
                Severity.ERROR,
                OverlayProblem.OVERLAY_TIE,
                "the overlay at " + other.places().courts() + " changes the rule \"" + rule + "\" in "
                        + court.id() + (overlay.bench().judges().isEmpty() ? "" : " before this judge")
                        + " too, and neither stands on the other; put both rules in one of them")));
    }

    private List<CourtLaw.UsedOverlay> stack(CourtLaw.UsedOverlay used, CourtCalendar court) {
        return law.overlaysOn(
                used.overlay().over(), court, used.overlay().bench().names());
    }

    /** The pack with the overlays of lower rank on it. */
    private Pack below(CourtLaw.UsedOverlay used, Pack pack, CourtCalendar court) {
        Comparator<CourtLaw.UsedOverlay> rank = CourtLaw.UsedOverlay.byRankIn(court);
        return stack(used, court).stream()
                .filter(other -> rank.compare(other, used) < 0)
                .map(CourtLaw.UsedOverlay::overlay)
                .reduce(pack, (under, overlay) -> overlay.on(under), (one, other) -> other);
    }
}
