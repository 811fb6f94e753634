package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.sheet.SheetBody;
import org.tickler.engine.sheet.SheetLine;
import org.tickler.engine.store.DossierStore;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MailStore;
import org.tickler.engine.store.ReplyStore;
import org.tickler.rules.firm.MatterId;

/**
 * What of a message may be shown: all of it, or the passages on matters that are open here.
 *
 * @param isWhole whether it stands here as it was sent
 * @param text the message, or its passages
 * @param passages how many of it may be shown
 * @param leftOut how many may not
 */
record Excerpt(boolean isWhole, String text, int passages, int leftOut) {
    private static final String NOT_APART =
            "(What this message said of it was not kept apart from what it said of" + " others. It told of: ";

    /** Of what somebody may be shown. */
    interface Eyes {
        /** Whether what is said of a matter may be shown; empty: what is of none. */
        boolean open(Optional<MatterId> matter);

        /** Whether words that are of no matter name one that may not be seen. */
        boolean nameWalled(String words);

        /** Whether these words on a matter, or on none, may be shown. */
        default boolean open(Optional<MatterId> matter, String words) {
            return open(matter) && (matter.isPresent() || !nameWalled(words));
        }
    }

    static Excerpt of(DossierStore.Message message, Eyes eyes) {
        List<String> shown = new ArrayList<>();
        int leftOut = 0;
        boolean all = true;
        for (JsonNode line : message.lines()) {
            if (line.has("sheet")) {
                SheetBody sheet = SheetBody.read(line.path("sheet"));
                leftOut += sheet(sheet, message.body(), eyes, shown);
                all &= isOpen(sheet, eyes);
                continue;
            }
            Optional<MatterId> about = Json.find(line, "matter").map(MatterId::new);
            String words = Json.find(line, "passage").orElse(NOT_APART + Json.text(line, "why") + ")");
            if (eyes.open(about, message.lines().size() == 1 ? message.body() : words)) {
                shown.add(words);
            } else {
                leftOut++;
            }
        }
        boolean whole = all && leftOut == 0;
        return new Excerpt(whole, whole ? message.body() : String.join("\n\n[...]\n\n", shown), shown.size(), leftOut);
    }

    /**
     * Whether all that somebody wrote back is about may be shown, and so what it may quote; its own words may name others, and
     * so may what it brought.
     */
    static boolean isOpen(ReplyStore.Reply reply, Eyes eyes) {
        List<ReplyStore.About> about = reply.about().isEmpty()
                ? List.of(new ReplyStore.About(Optional.empty(), Optional.empty()))
                : reply.about();
        return about.stream()
                        .allMatch(one -> one.sheet()
                                .map(sheet -> isOpen(SheetBody.read(sheet), eyes))
                                .orElseGet(() -> eyes.open(one.matter())))
                && reply.fields().values().stream().noneMatch(eyes::nameWalled)
                && reply.files().stream().noneMatch(file -> nameWalled(file, eyes));
    }

    /** By its name or, where it is text, in its words; what is in other files is not known. */
    private static boolean nameWalled(MailStore.File file, Eyes eyes) {
        byte[] bytes = new byte[file.bytes().remaining()];
        file.bytes().duplicate().get(bytes);
        return eyes.nameWalled(file.name())
                || FileText.of(bytes).stream()
                        .flatMap(text -> text.readings().stream())
                        .anyMatch(eyes::nameWalled);
    }

    /** Whether anything that it is about may be shown. */
    static boolean isPartlyOpen(ReplyStore.Reply reply, Eyes eyes) {
        return reply.about().stream()
                .anyMatch(one -> one.sheet().isPresent()
                        ? SheetBody.read(one.sheet().get()).matters().stream()
                                .anyMatch(matter -> eyes.open(Optional.of(matter)))
                        : eyes.open(one.matter()));
    }

    /**
     * Whether all that a sheet is made of may be shown. The titles of its sections name matters too, also of those that have no
     * line in the message: so a sheet is shown whole only where nothing of it is walled, whatever its reader was shown.
     */
    private static boolean isOpen(SheetBody sheet, Eyes eyes) {
        return sheet.sections().stream()
                .allMatch(section ->
                        section.matter().map(Optional::of).map(eyes::open).orElse(true)
                                && section.lines().stream().allMatch(line -> eyes.open(line.matter(), words(line))));
    }

    /** Lines that the reader was not shown count neither way. */
    private static int sheet(SheetBody sheet, String body, Eyes eyes, List<String> shown) {
        int leftOut = 0;
        for (SheetLine line : sheet.sections().stream()
                .flatMap(section -> section.lines().stream())
                .toList()) {
            if (!body.contains(line.what())) {
                continue;
            }
            if (eyes.open(line.matter(), words(line))) {
                shown.add(words(line));
            } else {
                leftOut++;
            }
        }
        return leftOut;
    }

    private static String words(SheetLine line) {
        return (line.when().isEmpty() ? "" : line.when() + ": ")
                + line.what()
                + (line.about().isEmpty() ? "" : " (" + line.about() + ")")
                + (line.note().isEmpty() ? "" : "\n" + line.note());
    }
}
