package org.tickler.daemon.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Problems;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.home.OverlayFiles;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.firm.JudgeName;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.Pack;

/** Overlays that are typed, laid over the pack that is asked about. */
final class OverlayOption {
    private OverlayOption() {}

    /**
     * {@code pack} with the overlays of {@code files} on it, the court's under the judge's, for the court that was typed or
     * else the first of theirs; as it is where there are none.
     */
    static Pack laid(Pack pack, List<Path> files, Optional<String> typed, CalendarBook calendars) {
        if (files.isEmpty()) {
            return pack;
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw Complaint.unavailable("--overlay: there is no file " + file);
            }
            if (!OverlayFiles.isOverlay(file)) {
                throw Complaint.usage("--overlay: " + file + " holds no overlay, which begins with the key overlay:");
            }
        }
        Problems problems = new Problems();
        CourtLaw law = OverlayFiles.read(files, List.of(pack), problems)
                .orElseThrow(() -> Complaint.problems("the overlays have errors:\n" + problems));
        CalendarId named = typed.filter(name ->
                        calendars.ids().stream().anyMatch(id -> id.value().equals(name)))
                .map(CalendarId::new)
                .orElseGet(() -> first(law));
        CourtCalendar court = calendars.get(named);
        Set<JudgeName> judges = new HashSet<>();
        for (CourtLaw.UsedOverlay used : law.overlays()) {
            judges.addAll(used.overlay().bench().names());
            fits(used.overlay(), pack, court);
        }
        return law.overlaysOn(pack.id(), court, judges).stream()
                .map(CourtLaw.UsedOverlay::overlay)
                .reduce(pack.in(named), (below, overlay) -> overlay.on(below), (one, other) -> other);
    }

    private static CalendarId first(CourtLaw law) {
        return law.overlays().getFirst().overlay().bench().courts().getFirst();
    }

    private static void fits(Overlay overlay, Pack pack, CourtCalendar court) {
        if (!overlay.over().equals(pack.id())) {
            throw Complaint.usage("--overlay: the overlay " + overlay.id() + " stands on the pack " + overlay.over()
                    + ", and --pack is " + pack.id());
        }
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
