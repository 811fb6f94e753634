package org.tickler.daemon.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.sheet.SheetPreviews;
import org.tickler.engine.sheet.SheetPreviews.Preview;
import org.tickler.engine.store.SheetRow;
import org.tickler.rules.remind.SheetRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A sheet as it would be sent now. */
@Command(
        name = "sheet",
        description = "A sheet as it would be sent now, for each who gets it; nothing is sent and nothing is changed.")
final class SheetCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(
            paramLabel = "SHEET",
            description = "The id of a sheet in the rules, or its kind: morning, week, exit-control, second-docket.")
    private String name = "";

    @Mixin
    private ViewerOption viewer;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes each sheet there, as text and HTML, with what is attached to it.")
    private @Nullable Path out;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        try (OpenHome open = home.open()) {
            SheetPreviews sheets = open.engine().sheets();
            List<Preview> previews = new ArrayList<>();
            for (SheetRule rule : meant(sheets.rules())) {
                previews.addAll(sheets.of(rule, viewer.id(), open.engine().now()));
            }
            if (previews.isEmpty()) {
                output.say("Nobody would get this sheet today"
                        + viewer.id()
                                .map(id -> ": " + id + " is not among its readers, away, or wants none")
                                .orElse("")
                        + ".");
            }
            for (int number = 1; number <= previews.size(); number++) {
                show(previews.get(number - 1));
                if (out != null) {
                    write(out, previews.get(number - 1), number);
                }
            }
        }
        return Exit.FINE.code();
    }

    private List<SheetRule> meant(List<SheetRule> rules) {
        List<SheetRule> byId =
                rules.stream().filter(rule -> rule.id().equals(name)).toList();
        List<SheetRule> meant = byId.isEmpty()
                ? rules.stream()
                        .filter(rule -> Words.of(rule.kind()).equals(name))
                        .toList()
                : byId;
        if (meant.isEmpty()) {
            List<String> names = rules.stream().map(SheetRule::id).toList();
            String hint = Nearest.hint(name, names);
            throw Complaint.problems("the rules have no sheet \"" + name + "\""
                    + (hint.isEmpty()
                            ? names.isEmpty()
                                    ? "; there is none at all: docs/sheets.md says how to add one"
                                    : "; there are " + String.join(", ", names)
                            : hint));
        }
        return meant;
    }

    private void show(Preview preview) {
        output.say("To: " + preview.to());
        output.say("Subject: " + preview.words().subject());
        preview.papers()
                .forEach(paper -> output.say("Attached: " + paper.name() + ", " + paper.bytes().length + " bytes"));
        output.say("");
        output.say(preview.words().text());
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "sheet");
        keys.put("id", preview.rule().id());
        keys.put("sheet", Words.of(preview.rule().kind()));
        keys.put("to", preview.to());
        keys.put("subject", preview.words().subject());
        keys.put("text", preview.words().text());
        keys.put("attached", preview.papers().stream().map(SheetRow.Paper::name).toList());
        output.item(keys);
    }

    private static void write(Path folder, Preview preview, int number) throws IOException {
        Files.createDirectories(folder);
        String stem = preview.rule().id() + "-" + number;
        Files.writeString(folder.resolve(stem + ".txt"), preview.words().text(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(stem + ".html"), preview.words().html().orElse(""), StandardCharsets.UTF_8);
        for (SheetRow.Paper paper : preview.papers()) {
            Files.write(folder.resolve(paper.name()), paper.bytes());
        }
    }
}
