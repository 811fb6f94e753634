package org.tickler.rules.checkup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tickler.calendars.CourtCalendar;
import org.tickler.rules.checkup.Finding.Weight;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.pack.Pack;

/** Says what a sheet leaves out: last days to sue, courts, owners, dates. */
final class Gaps {
    private static final Set<String> LIMITATION = Set.of("limitation", "sol", "prescription");

    private static final int FEW = 3;
    private static final int MOST_NAMED = 12;

    private final List<Pack> packs;
    private final Set<SheetRow.Place> told;
    private final Consumer<Finding> sink;
    private final List<SheetRow> withoutLimitation = new ArrayList<>();

    /** @param told the rows of which something was said when they were read, such as that their date is none */
    Gaps(List<Pack> packs, Set<SheetRow.Place> told, Consumer<Finding> sink) {
        this.packs = List.copyOf(packs);
        this.told = Set.copyOf(told);
        this.sink = sink;
    }

    /** Of the rows of one matter. */
    void ofMatter(List<MatterRow> rows) {
        SheetRow first = rows.getFirst().row();
        if (rows.stream().noneMatch(Gaps::isLimitation)) {
            withoutLimitation.add(first);
        }
        Set<CourtCalendar> courts = new LinkedHashSet<>();
        rows.forEach(row -> row.court().ifPresent(courts::add));
        for (CourtCalendar court : courts) {
            if (packs.stream().noneMatch(pack -> court.isOrStandsOver(pack.courts()))) {
                sink.accept(aboutMatter(
                        first,
                        Finding.Type.NO_PACK,
                        "no pack in use serves " + court.title() + " (" + court.id() + "): nothing was derived"));
            }
        }
        for (MatterRow row : rows) {
            if (row.row().stands()
                    && row.row().date().isEmpty()
                    && !told.contains(row.row().place())) {
                sink.accept(Finding.about(row.row(), Finding.Type.NO_DATE, Weight.NOTE, "the row has no date"));
            }
        }
    }

    /** Of all matters, after each of them: which have no last day to sue. More than three are one finding. */
    void ofMatters() {
        if (withoutLimitation.size() <= FEW) {
            withoutLimitation.forEach(first ->
                    sink.accept(aboutMatter(first, Finding.Type.NO_LIMITATION, "the matter has no last day to sue")));
            return;
        }
        sink.accept(aboutFile(
                withoutLimitation.getFirst(),
                Finding.Type.NO_LIMITATION,
                withoutLimitation.size() + " matters have no last day to sue: "
                        + listed(
                                withoutLimitation.stream().map(SheetRow::matter).toList())));
    }

    private static String listed(List<String> names) {
        int more = names.size() - MOST_NAMED;
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Of all rows: who owns them, and before which court they are. More than three of a file are one finding. */
    void ofAll(List<MatterRow> rows) {
        Map<String, List<MatterRow>> files = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.row().stands())
                .forEach(row -> files.computeIfAbsent(row.row().place().file(), file -> new ArrayList<>())
                        .add(row));
        files.values().forEach(file -> {
            lacking(
                    file,
                    Finding.Type.NO_OWNER,
                    row -> row.row().says().owner().isEmpty(),
                    "has no owner; whose is it?",
                    "");
            lacking(
                    file,
                    Finding.Type.NO_COURT,
                    row -> row.court().isEmpty() && row.row().says().court().isEmpty(),
                    "has no court, nor has its matter",
                    ", so that nothing was derived for it; --court names one");
        });
    }

    private void lacking(
            List<MatterRow> file, Finding.Type type, Predicate<MatterRow> lacks, String sentence, String more) {
        List<MatterRow> lacking = file.stream().filter(lacks).toList();
        if (file.size() > 1 && lacking.size() == file.size()) {
            sink.accept(aboutFile(
                    file.getFirst().row(),
                    type,
                    "no row of this file " + (type == Finding.Type.NO_OWNER ? "has an owner" : "has a court" + more)));
        } else if (lacking.size() > FEW) {
            sink.accept(aboutFile(
                    lacking.getFirst().row(),
                    type,
                    lacking.size() + " rows have no " + (type == Finding.Type.NO_OWNER ? "owner" : "court" + more)
                            + "; they are on the lines "
                            + listed(lacking.stream()
                                    .map(row -> "" + row.row().place().line())
                                    .toList())));
        } else {
            lacking.forEach(row -> sink.accept(Finding.about(row.row(), type, Weight.NOTE, "the row " + sentence)));
        }
    }

    private static boolean isLimitation(MatterRow row) {
        return row.row().kind().filter(EntryKind.LIMITATION::equals).isPresent()
                || TitleWords.of(row.row().title()).stream().anyMatch(LIMITATION::contains)
                || row.rules()
                        .anyMatch(reference -> reference.pack().rules().stream()
                                .anyMatch(rule -> rule.id().equals(reference.name())
                                        && rule.act().kind() == EntryKind.LIMITATION));
    }

    private static Finding aboutMatter(SheetRow first, Finding.Type type, String sentence) {
        return about(first, first.matter(), type, sentence);
    }

    private static Finding aboutFile(SheetRow first, Finding.Type type, String sentence) {
        return about(first, "", type, sentence);
    }

    private static Finding about(SheetRow first, String matter, Finding.Type type, String sentence) {
        return new Finding(
                type,
                Weight.NOTE,
                first.place(),
                matter,
                "",
                Finding.Dates.NONE,
                Optional.empty(),
                sentence,
                List.of());
    }
}
