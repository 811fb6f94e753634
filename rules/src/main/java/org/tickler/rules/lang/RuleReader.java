package org.tickler.rules.lang;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.YamlReader;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.deadline.FirmDeadline;
import org.tickler.rules.drill.Drill;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.limitation.LimitationRule;
import org.tickler.rules.matteract.MatterActRule;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.OverlayReader;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.remind.SheetRule;

/** Reads the rule files of a firm. The format is described in {@code docs/rules.md}. */
public final class RuleReader {
    private final LadderReader ladderReader;
    private final DeadlineReader deadlineReader;
    private final List<Located<Ladder>> ladders = new ArrayList<>();
    private final List<Located<FirmDeadline>> deadlines = new ArrayList<>();
    private final LimitationReader limitationReader;
    private final List<Located<LimitationRule>> limitations = new ArrayList<>();
    private final CheckReader checkReader;
    private final List<Located<CourtLaw.UsedPack>> packs = new ArrayList<>();
    private final List<Located<CourtLaw.UsedOverlay>> overlays = new ArrayList<>();
    private final MatterActReader matterActReader;
    private final List<Located<MatterActRule>> matterActs = new ArrayList<>();
    private final SheetReader sheetReader;
    private final List<Located<SheetRule>> sheets = new ArrayList<>();
    private final GuardReader guardReader;
    private final List<Located<Guard>> guards = new ArrayList<>();
    private final DrillReader drillReader;
    private final List<Located<Drill>> drills = new ArrayList<>();
    private final PackShelf shelf;

    private RuleReader(Known known, PackShelf shelf) {
        this.shelf = shelf;
        this.ladderReader = new LadderReader(known);
        this.deadlineReader = new DeadlineReader(known);
        this.sheetReader = new SheetReader(known);
        this.limitationReader = new LimitationReader(known, shelf);
        this.checkReader = new CheckReader(known);
        this.matterActReader = new MatterActReader(known);
        this.guardReader = new GuardReader(known);
        this.drillReader = new DrillReader(known);
    }

    /**
     * The rules of all {@code files} together, in their order, known since {@link Instant#EPOCH}. Every problem of every
     * file is recorded. Empty where a file has an error; no files are no rules. Whether overlays fit what they stand on is
     * {@link OverlayChecks}' to say.
     *
     * @param shelf the packs that {@code use} may name
     */
    public static Optional<Rulebook> read(List<SourceText> files, Known known, PackShelf shelf, Problems problems) {
        RuleReader reader = new RuleReader(known, shelf);
        boolean readable = true;
        for (SourceText file : files) {
            Problems ofFile = new Problems();
            YamlReader.read(file, ofFile).ifPresent(root -> reader.file(root, file, ofFile));
            readable &= !ofFile.hasErrors();
            ofFile.sorted().forEach(problems::add);
        }
        Problems ofAll = new Problems();
        LadderChecks.check(reader.ladders, ofAll);
        DeadlineChecks.check(reader.deadlines, ofAll);
        LimitationReader.checkIds(reader.limitations, ofAll);
        MatterActReader.check(reader.matterActs, ofAll);
        SheetReader.checkIds(reader.sheets, ofAll);
        GuardReader.checkIds(reader.guards, ofAll);
        DrillReader.checkIds(reader.drills, ofAll);
        Habits habits = reader.habits(ofAll);
        ofAll.sorted().forEach(problems::add);
        return readable && !ofAll.hasErrors()
                ? Optional.of(new Rulebook(
                        values(reader.ladders),
                        values(reader.deadlines),
                        reader.law(),
                        values(reader.limitations),
                        habits,
                        Instant.EPOCH))
                : Optional.empty();
    }

    private Habits habits(Problems problems) {
        return new Habits(
                checkReader.all(problems), values(matterActs), values(sheets), values(guards), values(drills));
    }

    private CourtLaw law() {
        return packs.isEmpty() && overlays.isEmpty() && limitations.isEmpty()
                ? CourtLaw.NONE
                : new CourtLaw(values(packs), values(overlays), shelf.laws());
    }

    private void file(Node root, SourceText file, Problems problems) {
        Fields fields = Fields.of(root, problems);
        if (fields.keys().stream().anyMatch(key -> key.value().equals(OverlayReader.KEY))) {
            OverlayReader.read(fields).ifPresent(overlay -> overlay(overlay, file.text(), fields));
            return;
        }
        for (TextNode pack : fields.list("use")) {
            use(pack, fields);
        }
        for (Fields ladder : fields.maps("ladders")) {
            ladderReader.read(ladder).ifPresent(ladders::add);
        }
        for (Fields deadline : fields.maps("deadlines")) {
            deadlineReader.read(deadline).ifPresent(deadlines::add);
        }
        for (Fields limitation : fields.maps("limitations")) {
            limitationReader.read(limitation).ifPresent(limitations::add);
        }
        fields.maps("checks").forEach(checkReader::read);
        for (Fields act : fields.maps("matter-acts")) {
            matterActReader.read(act).ifPresent(matterActs::add);
        }
        for (Fields sheet : fields.maps("sheets")) {
            sheetReader.read(sheet).ifPresent(sheets::add);
        }
        for (Fields watch : fields.maps("watches")) {
            guardReader.read(watch).ifPresent(guards::add);
        }
        for (Fields drill : fields.maps("drills")) {
            drillReader.read(drill).ifPresent(drills::add);
        }
        fields.finish();
    }

    private void use(TextNode word, Fields fields) {
        switch (shelf.find(word.value())) {
            case PackShelf.Found found -> {
                CourtLaw.UsedPack used = found.pack();
                if (packs.stream()
                        .noneMatch(other ->
                                other.value().pack().id().equals(used.pack().id()))) {
                    packs.add(new Located<>(used, word.at()));
                }
            }
            case PackShelf.Missing missing -> fields.error(word.at(), RuleProblem.UNKNOWN_PACK, missing.sentence());
        }
    }

    private void overlay(Overlay overlay, String text, Fields fields) {
        Span at = fields.at(OverlayReader.KEY);
        overlays.stream()
                .filter(other -> other.value().overlay().id().equals(overlay.id()))
                .findFirst()
                .ifPresent(other -> fields.error(
                        at,
                        RuleProblem.DUPLICATE_ID,
                        "the overlay at " + other.at() + " is called \"" + overlay.id()
                                + "\" too; give one of them another name"));
        overlays.add(new Located<>(CourtLaw.UsedOverlay.of(overlay, text), at));
    }

    private static <T> List<T> values(List<Located<T>> located) {
        return located.stream().map(Located::value).toList();
    }
}
