package org.tickler.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tickler.rules.firm.Channel;

/**
 * What one process may now send by one channel, the most urgent first. Reminders of one reader that are due at the same
 * instant, or that left in one message before, are in it together.
 *
 * @param at when it was claimed
 * @param lease for how long, unless it is renewed
 * @param takenNanos this machine's stopwatch before it was claimed
 * @param unknown for each message whose earlier tries have no known outcome, when those began
 */
public record Claim(
        Channel channel,
        Instant at,
        Duration lease,
        long takenNanos,
        List<DueReminder> reminders,
        Map<String, List<Instant>> unknown) {
    public Claim {
        reminders = List.copyOf(reminders);
        unknown = Map.copyOf(unknown);
    }
}
