package org.tickler.rules.lang;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.YamlReader;
import org.tickler.rules.deadline.FirmDeadline;
import org.tickler.rules.remind.Ladder;

/** Reads the rule files of a firm. The format is described in {@code docs/rules.md}. */
public final class RuleReader {
    private final LadderReader ladderReader;
    private final DeadlineReader deadlineReader;
    private final List<Located<Ladder>> ladders = new ArrayList<>();
    private final List<Located<FirmDeadline>> deadlines = new ArrayList<>();

    private RuleReader(Known known) {
        this.ladderReader = new LadderReader(known);
        this.deadlineReader = new DeadlineReader(known);
    }

    /**
     * The rules of all {@code files} together, in their order, known since {@link Instant#EPOCH}. Every problem of every
     * file is recorded. Empty where a file has an error; no files are no rules.
     */
    public static Optional<Rulebook> read(List<SourceText> files, Known known, Problems problems) {
        RuleReader reader = new RuleReader(known);
        boolean readable = true;
        for (SourceText file : files) {
            Problems ofFile = new Problems();
            YamlReader.read(file, ofFile).ifPresent(root -> reader.file(root, ofFile));
            readable &= !ofFile.hasErrors();
            ofFile.sorted().forEach(problems::add);
        }
        Problems ofAll = new Problems();
        LadderChecks.check(reader.ladders, ofAll);
        DeadlineChecks.check(reader.deadlines, ofAll);
        ofAll.sorted().forEach(problems::add);
        return readable && !ofAll.hasErrors()
                ? Optional.of(new Rulebook(values(reader.ladders), values(reader.deadlines), Instant.EPOCH))
                : Optional.empty();
    }

    private void file(Node root, Problems problems) {
        Fields fields = Fields.of(root, problems);
        for (TextNode pack : fields.list("use")) {
            fields.error(
                    pack.at(),
                    RuleProblem.UNKNOWN_PACK,
                    "no pack is called \"" + pack.value() + "\"; this version has none, so leave use: out");
        }
        for (Fields ladder : fields.maps("ladders")) {
            ladderReader.read(ladder).ifPresent(ladders::add);
        }
        for (Fields deadline : fields.maps("deadlines")) {
            deadlineReader.read(deadline).ifPresent(deadlines::add);
        }
        fields.finish();
    }

    private static <T> List<T> values(List<Located<T>> located) {
        return located.stream().map(Located::value).toList();
    }
}
