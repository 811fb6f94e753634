package org.tickler.engine.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.audit.ActWords;
import org.tickler.engine.dispatch.words.SafeText;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.AuditStore.Row;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.Json;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;

/** Of the exit control, by the audit: what was struck off or changed, acts on matters, and the log of what was entered. */
final class ActParts {
    private static final int MOST = 200;
    private static final int SENTENCE = 400;

    private final SheetCall call;
    private final Map<EntryId, Entry> entries = new HashMap<>();
    private final List<SheetLine> changed = new ArrayList<>();
    private final List<SheetLine> onMatters = new ArrayList<>();
    private final List<SheetLine> entered = new ArrayList<>();

    private ActParts(SheetCall call) {
        this.call = call;
    }

    static List<SheetSection> sections(SheetCall call) {
        ActParts parts = new ActParts(call);
        parts.read();
        return List.of(
                SheetSection.of("Struck off, moved, corrected or otherwise changed", "changed", parts.changed, MOST),
                SheetSection.of("Acts on whole matters", "on whole matters", parts.onMatters, MOST),
                SheetSection.of("Entered", "entered", parts.entered, MOST));
    }

    private void read() {
        List<Row> rows =
                AuditStore.acts(call.firm().handle(), ActWords.ofExitControl(), call.since(), call.now()).stream()
                        .map(AuditStore.Numbered::row)
                        .toList();
        entries.putAll(EntryStore.find(
                call.firm().handle(),
                rows.stream()
                        .flatMap(row -> row.about().entry().stream())
                        .distinct()
                        .map(EntryId::new)
                        .toList()));
        rows.forEach(this::read);
    }

    private void read(Row row) {
        Optional<Matter> matter = row.about().matter().map(MatterId::new).flatMap(call.firm()::matter);
        if (matter.isEmpty()) {
            return;
        }
        Optional<Entry> entry =
                row.about().entry().map(EntryId::new).flatMap(id -> Optional.ofNullable(entries.get(id)));
        if (entry.isEmpty()) {
            if (ActWords.MATTER.contains(row.act())) {
                onMatters.add(line(row, matter.get(), ActWords.words(row.act()), words(row, "to")));
            }
            return;
        }
        if (entry.get().isDrill()) {
            return;
        }
        boolean known = row.detail().hasNonNull("before") || row.detail().hasNonNull("date-before");
        boolean isNew = ActWords.ENTERED.contains(row.act()) && !known;
        if (isNew) {
            entered.add(line(
                    row,
                    matter.get(),
                    SheetCall.what(entry.get()),
                    SheetCall.join("for " + SheetCall.when(entry.get()), words(row, "source"))));
        } else if (ActWords.CHANGED.contains(row.act()) && differs(row)) {
            changed.add(line(
                    row,
                    matter.get(),
                    ActWords.words(row.act()) + ": " + SafeText.line(entry.get().title(), SENTENCE),
                    SheetCall.join(fromTo(row), words(row, "source"))));
        }
    }

    private SheetLine line(Row row, Matter matter, String what, String note) {
        String by =
                "by " + (row.who().equals("tickler") ? "a rule" : call.firm().name(row.who()));
        return new SheetLine(
                Optional.of(matter.id()),
                call.moment(row.at()),
                SheetCall.about(matter, true),
                what,
                SheetCall.join(by, note, words(row, "reason")),
                Optional.empty());
    }

    /** What a rule derived anew on the same day, or a source said in other words, is no change. */
    private static boolean differs(Row row) {
        if (row.act().equals("derived")) {
            boolean day = !Json.find(row.detail(), "date-before").equals(Json.find(row.detail(), "date"));
            boolean over = !Json.find(row.detail(), "status-before").equals(Json.find(row.detail(), "status"));
            return day || over;
        }
        return !row.act().equals("loaded")
                || !Json.find(row.detail(), "before").equals(Json.find(row.detail(), "after"));
    }

    /** {@code from Thu 2026-03-12 to Mon 2026-03-16}. */
    private static String fromTo(Row row) {
        String before = Json.find(row.detail(), "date-before")
                .or(() -> Json.find(row.detail(), "before").map(ActParts::date))
                .orElse("");
        String after = Json.find(row.detail(), "date")
                .or(() -> Json.find(row.detail(), "date-after"))
                .or(() -> Json.find(row.detail(), "after").map(ActParts::date))
                .orElse("");
        if (before.isEmpty() || before.equals(after)) {
            return before.isEmpty() ? after : "was for " + before;
        }
        return "from " + before + (after.isEmpty() ? "" : " to " + after);
    }

    /** The date in what the audit says of an entry: title, id and date. */
    private static String date(String said) {
        int at = said.lastIndexOf("], ");
        return at < 0 ? "" : said.substring(at + "], ".length());
    }

    private static String words(Row row, String key) {
        return Json.find(row.detail(), key)
                .map(text -> SafeText.line(text, SENTENCE))
                .map(text -> key.equals("reason") ? "“" + text + "”" : key.equals("to") ? "to " + text : text)
                .orElse("");
    }
}
