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

/** A matter is closed. */
@Command(
        name = "close",
        description =
                "A matter is closed. Refused while a last day to sue or a deadline of a court is open, but with --anyway.")
final class CloseCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--reopen", description = "It goes on: what was suspended stands again.")
    private boolean back;

    @Option(
            names = "--anyway",
            description = "Though a last day to sue or a deadline of a court is open; they are listed.")
    private boolean anyway;

    @Mixin
    private MatterActOptions act;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (back && act.confirm()) {
            throw Complaint.usage("--confirm and --reopen are two things; say one");
        }
        MatterStep step = step();
        try (OpenHome open = home.open()) {
            return act.run(open, step, output);
        }
    }

    private MatterStep step() {
        if (back) {
            return new MatterStep.Back(act.matter(), Sort.CLOSE, act.court(), Optional.empty());
        }
        return act.confirm()
                ? new MatterStep.Confirm(act.matter(), Sort.CLOSE, act.court(), anyway, UUID.randomUUID())
                : new MatterStep.Begin(
                        act.matter(), Sort.CLOSE, act.court(), act.neededDay(), anyway, UUID.randomUUID());
    }
}
