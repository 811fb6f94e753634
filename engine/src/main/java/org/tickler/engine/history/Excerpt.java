package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tickler.engine.sheet.SheetBody;
import org.tickler.engine.sheet.SheetLine;
import org.tickler.engine.store.DossierStore;
import org.tickler.engine.store.Json;
import org.tickler.rules.firm.MatterId;

/**
 * What of a message may be shown: all of it, or the passages on matters that are open here.
 *
 * @param text the message, or its passages
 * @param passages how many of it may be shown
 * @param leftOut how many may not
 */
record Excerpt(String text, int passages, int leftOut) {
    private static final String NOT_APART =
            "(What this message said of it was not kept apart from what it said of" + " others. It told of: ";

    /** Whether the message stands here as it was sent. */
    boolean isWhole() {
        return leftOut == 0;
    }

    /** @param open whether what is said of a matter may be shown; empty: what is of none */
    static Excerpt of(DossierStore.Message message, Predicate<Optional<MatterId>> open) {
        List<String> shown = new ArrayList<>();
        int leftOut = 0;
        for (JsonNode line : message.lines()) {
            if (line.has("sheet")) {
                leftOut += sheet(SheetBody.read(line.path("sheet")), message.body(), open, shown);
            } else if (open.test(Json.find(line, "matter").map(MatterId::new))) {
                shown.add(Json.find(line, "passage").orElse(NOT_APART + Json.text(line, "why") + ")"));
            } else {
                leftOut++;
            }
        }
        return new Excerpt(leftOut == 0 ? message.body() : String.join("\n\n[...]\n\n", shown), shown.size(), leftOut);
    }

    /** Lines that the reader was not shown count neither way. */
    private static int sheet(SheetBody sheet, String body, Predicate<Optional<MatterId>> open, List<String> shown) {
        int leftOut = 0;
        for (SheetLine line : sheet.sections().stream()
                .flatMap(section -> section.lines().stream())
                .toList()) {
            if (!body.contains(line.what())) {
                continue;
            }
            if (open.test(line.matter())) {
                shown.add((line.when().isEmpty() ? "" : line.when() + ": ")
                        + line.what()
                        + (line.about().isEmpty() ? "" : " (" + line.about() + ")")
                        + (line.note().isEmpty() ? "" : "\n" + line.note()));
            } else {
                leftOut++;
            }
        }
        return leftOut;
    }
}
