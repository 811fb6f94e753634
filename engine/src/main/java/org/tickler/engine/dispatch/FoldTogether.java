package org.tickler.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickler.engine.store.Claim;
import org.tickler.engine.store.DueReminder;
import org.tickler.rules.docket.Entry;

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
        reminders.forEach(reminder -> groups.computeIfAbsent(key(reminder, facts), key -> new ArrayList<>())
                .add(reminder));
        List<Bundle> bundles = new ArrayList<>();
        for (List<DueReminder> group : groups.values()) {
            boolean first = group.getFirst().progress().message().isEmpty();
            int step = first ? most : group.size();
            for (int from = 0; from < group.size(); from += step) {
                bundles.add(bundle(group.subList(from, Math.min(group.size(), from + step)), claim, facts));
            }
        }
        return bundles;
    }

    /** What is real and what is a drill never stand in one message. */
    private static String key(DueReminder reminder, Facts facts) {
        Instant due = reminder.times().due();
        boolean late = due.plus(LATE).isBefore(facts.now());
        boolean drill = facts.entry(reminder).filter(Entry::isDrill).isPresent();
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
