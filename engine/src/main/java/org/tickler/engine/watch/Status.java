package org.tickler.engine.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.engine.store.HoldStore;
import org.tickler.engine.store.MatterActStore;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.StatusStore;

/**
 * How a firm's engine stands at one moment.
 *
 * @param at that moment, by the engine's clock
 * @param book the active one; empty before the first
 * @param nodes the processes that serve, seen within the last minute
 * @param reminders how many stand in each state
 * @param channels how many reminders are held because their channel is not set up, by channel
 * @param holds mass changes that wait for a release
 * @param closures of courts that nobody has confirmed: those to come, and those that hold a deadline on its earlier date
 * @param askedActs acts on whole matters that wait for a second person
 * @param orphans what nobody has any more, a sentence each
 * @param webhooks how many deliveries stand in each state, by {@code hook/state}
 * @param facts how many people, matters and entries there are, and how many questions about them are open
 * @param watched what the watch last found
 */
public record Status(
        Instant at,
        Optional<StatusStore.BookState> book,
        List<StatusStore.Node> nodes,
        Map<String, Integer> reminders,
        NodeStore.Overdue unsent,
        Map<String, Integer> channels,
        List<Held> holds,
        List<StatusStore.Incident> incidents,
        List<EmergencyClosure> closures,
        List<MatterActStore.Step> askedActs,
        List<String> orphans,
        StatusStore.Facts facts,
        Watched watched,
        Map<String, Integer> webhooks) {
    public Status {
        nodes = List.copyOf(nodes);
        reminders = Map.copyOf(reminders);
        channels = Map.copyOf(channels);
        holds = List.copyOf(holds);
        incidents = List.copyOf(incidents);
        closures = List.copyOf(closures);
        askedActs = List.copyOf(askedActs);
        orphans = List.copyOf(orphans);
        webhooks = Map.copyOf(webhooks);
    }

    /** A hold, and how many reminders wait for it. */
    public record Held(HoldStore.Hold hold, int reminders) {}
}
