package org.tickler.engine.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tickler.engine.dispatch.words.DateWords;
import org.tickler.engine.store.SheetFactStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;

/** Of the exit control: what is due and not done, and what is said to be done without a receipt. */
final class DueParts {
    private static final int MOST = 200;

    private DueParts() {}

    static List<SheetSection> sections(SheetCall call) {
        LocalDate next = call.firm().clock().workingDayAfter(call.day());
        Predicate<Entry> notDone = entry -> entry.status() != EntryStatus.CLAIMED;
        Predicate<Entry> ahead = entry -> entry.kind().isToBeDone()
                || entry.when().dueAt().filter(call.now()::isBefore).isPresent();
        Predicate<Entry> before = SheetCall.dated(LocalDate.MIN, call.day().minusDays(1));
        List<SheetSection> sections = new ArrayList<>();
        sections.add(seen(
                call,
                "Overdue and not done",
                "overdue",
                call.live(notDone.and(entry -> entry.isOverdue(call.now())).and(before))
                        .toList()));
        sections.add(seen(
                call,
                "Due today and not done",
                "due today",
                call.live(notDone.and(ahead).and(SheetCall.dated(call.day(), call.day())))
                        .toList()));
        sections.add(seen(
                call,
                "Due by the next working day, " + DateWords.day(next) + ", and not done",
                "due next",
                call.live(notDone.and(ahead).and(SheetCall.dated(call.day().plusDays(1), next)))
                        .toList()));
        sections.add(seen(
                call,
                "Said to be done, without a receipt",
                "without receipt",
                SheetFactStore.claimed(call.firm().handle()).stream()
                        .filter(entry -> call.firm().matter(entry.matter()).isPresent())
                        .toList()));
        return sections;
    }

    /** All lines; what the reader may not see is taken out, and counted, where the sheet is shown. */
    private static SheetSection seen(SheetCall call, String title, String brief, List<Entry> entries) {
        return SheetSection.of(
                title,
                brief,
                entries.stream().map(entry -> call.line(entry, "")).toList(),
                MOST);
    }
}
