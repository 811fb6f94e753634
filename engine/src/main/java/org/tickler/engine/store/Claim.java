package org.tickler.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tickler.rules.firm.Channel;

/**
 * What one process may now send by one channel, the most urgent first. Reminders of one reader that are due at the same
 * instant, or that left in one message before, are in it together.
 *
 * @param at when it was claimed
 * @param lease for how long, unless it is renewed
 * @param takenNanos this machine's stopwatch before it was claimed
 * @param unknown for each message whose earlier tries have no known outcome, when those began
 * @param unreadable why the rows with these ids could not be read; they have failed, and are not among the reminders
 */
public record Claim(
        Channel channel,
        Instant at,
        Duration lease,
        long takenNanos,
        List<DueReminder> reminders,
        Map<String, List<Instant>> unknown,
        Map<String, String> unreadable) {
    public Claim {
        reminders = List.copyOf(reminders);
        unknown = Map.copyOf(unknown);
        unreadable = Map.copyOf(unreadable);
    }

    /** The same in parts: what must leave together stays together. */
    public List<Claim> apart() {
        return reminders.stream()
                .collect(Collectors.groupingBy(
                        one -> one.progress()
                                .message()
                                .orElseGet(
                                        () -> one.reader() + " " + one.times().due()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(part -> new Claim(channel, at, lease, takenNanos, part, unknown, Map.of()))
                .toList();
    }
}
