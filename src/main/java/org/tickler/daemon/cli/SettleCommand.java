package org.tickler.daemon.cli;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.MatterStep;
import org.tickler.rules.docket.MatterAct.Sort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A matter is settled. */
@Command(
        name = "settle",
        description =
                "A matter, or one proceeding of it, is settled: the rules under matter-acts say what is suspended, what survives, and what opens.")
final class SettleCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--falls-through", description = "It is not settled after all: what was suspended stands again.")
    private boolean back;

    @Mixin
    private MatterActOptions act;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (back && act.confirm()) {
            throw Complaint.usage("--confirm and --falls-through are two things; say one");
        }
        MatterStep step = step();
        try (OpenHome open = home.open()) {
            return act.run(open, step, output);
        }
    }

    private MatterStep step() {
        if (back) {
            return new MatterStep.Back(act.matter(), Sort.SETTLE, act.court(), Optional.empty());
        }
        return act.confirm()
                ? new MatterStep.Confirm(act.matter(), Sort.SETTLE, act.court(), false, UUID.randomUUID())
                : new MatterStep.Begin(
                        act.matter(), Sort.SETTLE, act.court(), act.neededDay(), false, UUID.randomUUID());
    }
}
