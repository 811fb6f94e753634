package org.tickler.daemon.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.lang.Known;
import org.tickler.rules.lang.OverlayChecks;
import org.tickler.rules.lang.PackShelf;
import org.tickler.rules.lang.RuleReader;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.OverlayReader;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.PackCheck;
import org.tickler.rules.pack.ShippedPacks;

/** Overlays on packs of court rules: those in no home, read with the packs that they stand on, and the examples of all. */
public final class OverlayFiles {
    private static final Pattern FIRST_KEY = Pattern.compile("(?m)^(\\{ *)?" + OverlayReader.KEY + " *:");

    private OverlayFiles() {}

    /** Whether {@code file} is there and has the first key of an overlay, whatever else is wrong with it. */
    public static boolean isOverlay(Path file) {
        return texts(new Problems())
                .find(file)
                .filter(source -> FIRST_KEY.matcher(source.text()).find())
                .isPresent();
    }

    /**
     * The overlays in {@code files}, which are there, on the packs that they name; empty where {@code problems} got an error.
     *
     * @param packs what they may stand on beside the shipped packs
     */
    public static Optional<CourtLaw> read(List<Path> files, List<Pack> packs, Problems problems) {
        return read(files, packs, overlay -> true, problems);
    }

    /**
     * The overlays of a home that hold in a court of which the program ships the calendar; none where there is no home, empty
     * where {@code problems} got an error. The home's other files are not looked at.
     */
    public static Optional<CourtLaw> ofHome(Home home, List<Pack> packs, Problems problems) {
        Set<CalendarId> shipped = PackFiles.calendars().ids();
        List<Path> files =
                Files.isRegularFile(home.settings()) ? texts(problems).files(home.rules(), ".yaml", ".yml") : List.of();
        return read(
                files.stream().filter(OverlayFiles::isOverlay).toList(),
                packs,
                overlay -> shipped.containsAll(overlay.bench().courts()),
                problems);
    }

    private static Optional<CourtLaw> read(
            List<Path> files, List<Pack> packs, Predicate<Overlay> wanted, Problems problems) {
        Problems found = new Problems();
        List<SourceText> sources =
                files.stream().flatMap(file -> texts(found).find(file).stream()).toList();
        Known nothing = new Known(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
        Optional<CourtLaw> law = RuleReader.read(sources, nothing, PackShelf.EMPTY, found)
                .map(read -> read.law().overlays().stream()
                        .filter(used -> wanted.test(used.overlay()))
                        .toList())
                .map(overlays -> new CourtLaw(used(overlays, packs), overlays, ShippedLaws.laws()));
        law.ifPresent(read -> OverlayChecks.check(read, PackFiles.calendars(), found));
        found.sorted().forEach(problems::add);
        return law.filter(read -> !found.hasErrors());
    }

    /** The packs that overlays name; all there are where one cannot be found, so that the nearest can be named. */
    private static List<CourtLaw.UsedPack> used(List<CourtLaw.UsedOverlay> overlays, List<Pack> given) {
        List<Pack> packs = new ArrayList<>(given);
        for (CourtLaw.UsedOverlay used : overlays) {
            String over = used.overlay().over();
            if (packs.stream().noneMatch(pack -> pack.id().equals(over))) {
                ShippedPacks.find(over)
                        .map(Stream::of)
                        .orElseGet(() -> ShippedPacks.all().stream())
                        .filter(pack ->
                                packs.stream().noneMatch(other -> other.id().equals(pack.id())))
                        .forEach(packs::add);
            }
        }
        return packs.stream().map(pack -> CourtLaw.UsedPack.of(pack, "")).toList();
    }

    /**
     * Runs every worked example of the overlays of {@code law}, on the shipped calendars, or on {@code own} where a court of
     * the overlay's is only there.
     */
    public static void runExamples(CourtLaw law, CalendarBook own, Problems problems) {
        if (law.overlays().isEmpty()) {
            return;
        }
        CalendarBook shipped = PackFiles.calendars();
        for (CourtLaw.UsedOverlay used : law.overlays()) {
            Overlay overlay = used.overlay();
            CalendarBook calendars = shipped.ids().containsAll(overlay.bench().courts()) ? shipped : own;
            OverlayChecks.laid(law, used, calendars)
                    .ifPresent(pack ->
                            new PackCheck(ShippedLaws.laws(), calendars).check(pack, overlay.ownOf(pack), problems));
        }
    }

    private static Texts texts(Problems problems) {
        return new Texts(Path.of(""), problems);
    }
}
