package org.tickler.rules.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.deadline.CourtLaw.UsedOverlay;
import org.tickler.rules.firm.JudgeName;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.Pack;

/** What rows may name in each pack, as courts and judges have it. One thread a time. */
final class PacksBeforeJudges {
    private final CourtLaw law;
    private final List<PackNames> plain;
    private final Map<String, PackNames> laid = new HashMap<>();
    private final Map<String, Set<String>> matters = new TreeMap<>();
    private final Map<String, String> near = new TreeMap<>();

    PacksBeforeJudges(CourtLaw law) {
        this.law = law;
        this.plain =
                law.packs().stream().map(used -> new PackNames(used.pack())).toList();
    }

    /** The packs without what courts and judges have of their own. */
    List<PackNames> plain() {
        return plain;
    }

    /** The packs that serve {@code court}, each with the overlays on it that hold there before {@code judge}. */
    List<PackNames> in(CourtCalendar court, Optional<JudgeName> judge, String matter) {
        Set<JudgeName> names = judge.stream().collect(Collectors.toSet());
        List<PackNames> found = new ArrayList<>();
        for (PackNames own : plain) {
            Pack pack = own.pack();
            if (court.isOrStandsOver(pack.courts())) {
                List<UsedOverlay> overlays = law.overlaysOn(pack.id(), court, names);
                overlays.forEach(used -> matters.computeIfAbsent(used.overlay().id(), id -> new TreeSet<>())
                        .add(matter));
                found.add(overlays.isEmpty() ? own : laid(pack, overlays));
            }
        }
        judge.ifPresent(this::near);
        return found;
    }

    /** Whether an overlay has all of these names, so that they are one judge's. */
    boolean areOneJudge(Set<JudgeName> named) {
        return law.overlays().stream()
                .anyMatch(used -> used.overlay().bench().names().containsAll(named));
    }

    private PackNames laid(Pack pack, List<UsedOverlay> overlays) {
        String key = overlays.stream()
                .map(used -> used.overlay().id())
                .collect(Collectors.joining(" ", pack.id() + " ", ""));
        return laid.computeIfAbsent(
                key,
                unseen -> new PackNames(overlays.stream()
                        .map(UsedOverlay::overlay)
                        .reduce(pack, (below, overlay) -> overlay.on(below), (one, other) -> other)));
    }

    private void near(JudgeName name) {
        law.overlays().stream()
                .map(UsedOverlay::overlay)
                .filter(overlay -> overlay.bench().names().stream().anyMatch(name::isNear)
                        && !overlay.bench().names().contains(name))
                .forEach(overlay -> near.put(
                        name.words(),
                        "the judge \"" + name.words() + "\" is near to the overlay " + overlay.id() + "'s ("
                                + String.join(", ", overlay.bench().judges())
                                + ") and taken for another; add the name to its judge: if it is the same"));
    }

    /** Of each overlay in how many matters it held, and which judges' names are near to one of theirs; a sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (UsedOverlay used : law.overlays()) {
            int count = matters.getOrDefault(used.overlay().id(), Set.of()).size();
            notes.add("the overlay " + used.overlay().id() + " on "
                    + used.overlay().over()
                    + (count == 0
                            ? " held in no matter: none is known to be before " + bench(used.overlay())
                            : " held in " + count + (count == 1 ? " matter" : " matters")));
        }
        notes.addAll(near.values());
        return notes;
    }

    private static String bench(Overlay overlay) {
        Overlay.Bench bench = overlay.bench();
        return bench.courts().stream().map(CalendarId::value).collect(Collectors.joining(" or "))
                + (bench.judges().isEmpty()
                        ? ""
                        : ", " + String.join(" or ", bench.judges()) + " (the sheet's column judge)");
    }
}
