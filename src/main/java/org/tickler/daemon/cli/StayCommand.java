package org.tickler.daemon.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.MatterStep;
import org.tickler.rules.docket.MatterAct.Sort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A matter is stayed. */
@Command(
        name = "stay",
        description =
                "A matter, or one proceeding of it, is stayed: nothing but last days to sue reminds, unless the rules under matter-acts say otherwise.")
final class StayCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--lift", description = "The stay is lifted, --on the day on which the matter goes on.")
    private boolean back;

    @Mixin
    private MatterActOptions act;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (back && act.confirm()) {
            throw Complaint.usage("--confirm and --lift are two things; say one");
        }
        MatterStep step = step();
        try (OpenHome open = home.open()) {
            return act.run(open, step, output);
        }
    }

    private MatterStep step() {
        if (back) {
            return new MatterStep.Back(act.matter(), Sort.STAY, act.court(), act.day());
        }
        return act.confirm()
                ? new MatterStep.Confirm(act.matter(), Sort.STAY, act.court(), false, UUID.randomUUID())
                : new MatterStep.Begin(act.matter(), Sort.STAY, act.court(), act.neededDay(), false, UUID.randomUUID());
    }
}
