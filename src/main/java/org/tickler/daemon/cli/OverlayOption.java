package org.tickler.daemon.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Problems;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.home.Home;
import org.tickler.daemon.home.OverlayFiles;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.deadline.CourtLaw.UsedOverlay;
import org.tickler.rules.firm.JudgeName;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Overlays that are typed, laid over the packs that are asked about. */
@Command
final class OverlayOption {
    @Option(
            names = "--overlay",
            paramLabel = "FILE",
            description = "A court's or a judge's own rules over the pack; may be repeated.")
    private List<Path> files = new ArrayList<>();

    /** Whether one was typed. */
    boolean isGiven() {
        return !files.isEmpty();
    }

    /**
     * {@code pack} with the overlays on it, the court's under the judge's, for the court that was typed or else the first of
     * theirs; as it is where there are none.
     */
    Pack laid(Pack pack, Optional<String> typed, CalendarBook calendars) {
        if (files.isEmpty()) {
            return pack;
        }
        List<UsedOverlay> overlays = read(List.of(pack));
        CalendarId named = typed.filter(name ->
                        calendars.ids().stream().anyMatch(id -> id.value().equals(name)))
                .map(CalendarId::new)
                .orElseGet(() -> first(overlays));
        CourtCalendar court = calendars.get(named);
        Set<JudgeName> judges = new HashSet<>();
        for (UsedOverlay used : overlays) {
            judges.addAll(used.overlay().bench().names());
            fits(used.overlay(), court);
        }
        return law(List.of(pack), overlays).overlaysOn(pack.id(), court, judges).stream()
                .map(UsedOverlay::overlay)
                .reduce(pack.in(named), (below, overlay) -> overlay.on(below), (one, other) -> other);
    }

    /** {@code packs} with the overlays that were typed, else with those of the home, if there is one. */
    CourtLaw on(List<Pack> packs, Home home) {
        if (isGiven()) {
            return law(packs, read(packs));
        }
        Problems problems = new Problems();
        CourtLaw found = OverlayFiles.ofHome(home, packs, problems)
                .orElseThrow(() -> Complaint.problems("the overlays of the home have errors:\n" + problems));
        return law(
                packs,
                found.overlays().stream()
                        .filter(used -> isOver(packs, used.overlay()))
                        .toList());
    }

    /** The overlays that were typed, each on one of {@code packs}. */
    List<UsedOverlay> read(List<Pack> packs) {
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw Complaint.unavailable("--overlay: there is no file " + file);
            }
            if (!OverlayFiles.isOverlay(file)) {
                throw Complaint.usage("--overlay: " + file + " holds no overlay, which begins with the key overlay:");
            }
        }
        Problems problems = new Problems();
        CourtLaw law = OverlayFiles.read(files, packs, problems)
                .orElseThrow(() -> Complaint.problems("the overlays have errors:\n" + problems));
        law.overlays().stream()
                .map(UsedOverlay::overlay)
                .filter(overlay -> !isOver(packs, overlay))
                .findFirst()
                .ifPresent(overlay -> {
                    throw Complaint.usage("--overlay: the overlay " + overlay.id() + " stands on the pack "
                            + overlay.over() + ", and --pack is "
                            + String.join(", ", packs.stream().map(Pack::id).toList()));
                });
        return law.overlays();
    }

    /** The judge whose all overlays of judges are that were typed; empty where there is none, or several. */
    Optional<JudgeName> judge(CourtLaw law) {
        Set<JudgeName> names = new HashSet<>();
        if (isGiven()) {
            List<Set<JudgeName>> judges = law.overlays().stream()
                    .map(used -> used.overlay().bench().names())
                    .filter(one -> !one.isEmpty())
                    .toList();
            judges.forEach(names::addAll);
            judges.forEach(names::retainAll);
        }
        return names.stream().findFirst();
    }

    private static CourtLaw law(List<Pack> packs, List<UsedOverlay> overlays) {
        return new CourtLaw(
                packs.stream().map(pack -> CourtLaw.UsedPack.of(pack, "")).toList(), overlays, ShippedLaws.laws());
    }

    private static boolean isOver(List<Pack> packs, Overlay overlay) {
        return packs.stream().anyMatch(pack -> pack.id().equals(overlay.over()));
    }

    private static CalendarId first(List<UsedOverlay> overlays) {
        return overlays.getFirst().overlay().bench().courts().getFirst();
    }

    private static void fits(Overlay overlay, CourtCalendar court) {
        if (!overlay.bench().sits(court, overlay.bench().names())) {
            throw Complaint.usage("--overlay: the overlay " + overlay.id() + " is not for the court " + court.id()
                    + " but for "
                    + String.join(
                            ", ",
                            overlay.bench().courts().stream()
                                    .map(CalendarId::value)
                                    .toList()));
        }
    }
}
