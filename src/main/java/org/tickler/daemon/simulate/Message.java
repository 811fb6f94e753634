package org.tickler.daemon.simulate;

import java.time.Instant;
import java.util.List;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.store.AboutStore;

/**
 * A message that would leave.
 *
 * @param at when
 * @param lines what it is about, a line a reminder
 */
public record Message(Instant at, Letter letter, List<AboutStore.Told> lines) {
    public Message {
        lines = List.copyOf(lines);
    }
}
