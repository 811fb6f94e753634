package org.tickler.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.DueReminder;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.SheetRule;

/**
 * The fourth stage: reminders due to one reader at the same instant leave as one message. So do those that are late: who
 * was away from the dispatcher for three days wants one message, not thirty. What left before keeps its message.
 */
final class FoldTogether {
    /** A message that leaves later than this after its time says so. */
    static final Duration LATE = Duration.ofMinutes(5);

    private FoldTogether() {}

    /** The messages in the order of the most urgent reminder in each. */
    static List<Bundle> fold(List<DueReminder> reminders, Claim claim, Facts facts) {
        int most = claim.channel().fold();
        Map<String, List<DueReminder>> groups = new LinkedHashMap<>();
        Map<String, String> sheets = sheets(reminders, facts);
        reminders.forEach(reminder -> groups.computeIfAbsent(key(reminder, sheets, facts), key -> new ArrayList<>())
                .add(reminder));
        List<Bundle> bundles = new ArrayList<>();
        for (List<DueReminder> group : groups.values()) {
            group.sort(Comparator.comparing(reminder -> reminder.purpose() != Purpose.SHEET));
            boolean first = group.getFirst().progress().message().isEmpty();
            int step = first ? most : group.size();
            for (int from = 0; from < group.size(); from += step) {
                bundles.add(bundle(group.subList(from, Math.min(group.size(), from + step)), claim, facts));
            }
        }
        return bundles;
    }

    /** The ask of the morning sheet that leaves to a reader at an instant, by both. */
    private static Map<String, String> sheets(List<DueReminder> reminders, Facts facts) {
        Map<String, String> sheets = new HashMap<>();
        reminders.forEach(reminder -> facts.sheet(reminder)
                .filter(sheet -> sheet.kind() == SheetRule.Kind.MORNING)
                .ifPresent(sheet -> sheets.putIfAbsent(
                        reminder.reader() + " " + reminder.times().due(),
                        sheet.ask().value())));
        return sheets;
    }

    /**
     * A sheet is a message of its own; the morning sheet takes what is due with it and needs no answer. What is real and
     * what is a drill never stand in one message.
     */
    private static String key(DueReminder reminder, Map<String, String> sheets, Facts facts) {
        boolean drill = facts.entry(reminder).filter(Entry::isDrill).isPresent();
        Instant due = reminder.times().due();
        if (reminder.progress().message().isEmpty()) {
            if (reminder.purpose() == Purpose.SHEET) {
                return reminder.ask().id().value();
            }
            String sheet = sheets.get(reminder.reader() + " " + due);
            if (sheet != null && !drill && reminder.purpose() == Purpose.RUNG && !reminder.wantsAnswer()) {
                return sheet;
            }
        }
        boolean late = due.plus(LATE).isBefore(facts.now());
        return reminder.progress()
                .message()
                .orElseGet(() -> reminder.reader() + " " + (late ? "late" : due) + (drill ? " drill" : ""));
    }

    private static Bundle bundle(List<DueReminder> group, Claim claim, Facts facts) {
        DueReminder first = group.getFirst();
        String id = first.progress().message().orElseGet(() -> Bundle.idOf(group));
        return new Bundle(
                id, facts.reader(first).orElseThrow(), group, claim.unknown().getOrDefault(id, List.of()));
    }
}
