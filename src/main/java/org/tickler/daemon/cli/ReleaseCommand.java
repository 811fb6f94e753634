package org.tickler.daemon.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.store.HoldStore;
import org.tickler.engine.watch.Status;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets the messages of a mass change go, once somebody has seen what they are. */
@Command(name = "release", description = "Releases a hold: what it keeps back leaves when due, or at once.")
final class ReleaseCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private ActOptions act;

    @Mixin
    private Output output;

    @Parameters(paramLabel = "HOLD", description = "Its number, as status shows it.")
    private long hold;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            PersonId who = act.staff(open.engine());
            List<Status.Held> held = open.engine().status().holds();
            Status.Held found = held.stream()
                    .filter(one -> one.hold().id() == hold)
                    .findFirst()
                    .orElseThrow(() -> Complaint.problems("no hold " + hold + " waits for a release; "
                            + (held.isEmpty()
                                    ? "none does"
                                    : "these do: "
                                            + held.stream()
                                                    .map(one -> Long.toString(
                                                            one.hold().id()))
                                                    .toList())));
            output.say("hold " + hold + ", " + found.hold().why() + ": " + Counted.of(found.reminders(), "reminder")
                    + " kept back");
            Map<Way, Long> ways = ways(open.engine().held(hold));
            ways.forEach((way, count) -> output.say(
                    "  " + way.to() + ": " + Counted.of(count, "reminder") + " by " + Words.of(way.channel())));
            if (act.goesAhead()) {
                int released = open.engine().release(hold, who.value());
                output.say("released: " + Counted.of(released, "reminder")
                        + ", to leave when due, or at once where that has passed");
                output.item(keys(released, true, ways));
            } else {
                output.say("nothing was changed");
                output.item(keys(found.reminders(), false, ways));
            }
        }
        return Exit.FINE.code();
    }

    private record Way(PersonId to, Channel channel) {}

    /** To whom it would go, by what, and how many; by the people's ids. */
    private static Map<Way, Long> ways(List<HoldStore.Held> held) {
        return held.stream()
                .map(one -> new Way(one.to(), one.channel()))
                .collect(Collectors.groupingBy(
                        way -> way,
                        () -> new TreeMap<>(Comparator.comparing(Way::to).thenComparing(Way::channel)),
                        Collectors.counting()));
    }

    private Map<String, Object> keys(int released, boolean applied, Map<Way, Long> ways) {
        List<Map<String, Object>> to = ways.entrySet().stream()
                .map(way -> Map.<String, Object>of(
                        "person", way.getKey().to().value(),
                        "channel", Words.of(way.getKey().channel()),
                        "reminders", way.getValue()))
                .toList();
        return Map.of("hold", hold, "released", released, "applied", applied, "to", to);
    }
}
