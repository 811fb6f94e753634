package org.tickler.daemon.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.watch.Status;
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
            if (act.goesAhead()) {
                int released = open.engine().release(hold, who.value());
                output.say("released: " + Counted.of(released, "reminder")
                        + ", to leave when due, or at once where that has passed");
                output.item(Map.of("hold", hold, "released", released, "applied", true));
            } else {
                output.say("nothing was changed");
                output.item(Map.of("hold", hold, "released", found.reminders(), "applied", false));
            }
        }
        return Exit.FINE.code();
    }
}
