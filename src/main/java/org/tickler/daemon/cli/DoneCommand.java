package org.tickler.daemon.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import org.tickler.rules.limitation.Pleading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A file-stamped pleading kept a last day to sue. Two people must have seen it; until then it goes on reminding. */
@Command(
        name = "done",
        description =
                "A file-stamped pleading that names the defendant kept a last day to sue. It takes two people who saw"
                        + " it; until the second says so it goes on reminding.")
final class DoneCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private EntryArgument entry;

    @Option(
            names = "--receipt",
            paramLabel = "TEXT",
            required = true,
            description = "The number of the filing, such as \"1:26-cv-00417, ECF 1\".")
    private String receipt;

    @Option(names = "--stamped", paramLabel = "DATE", required = true, description = "The day of its stamp.")
    private String stamped;

    @Option(
            names = "--names",
            paramLabel = "DEFENDANT",
            required = true,
            description = "A defendant as the pleading names it; may be repeated.")
    private List<String> names;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (receipt.isBlank()) {
            throw Complaint.usage("--receipt: say the number of the filing, such as \"ECF 1\"");
        }
        Pleading pleading = new Pleading(DateArgument.day("--stamped", stamped), receipt, names);
        try (OpenHome open = home.open()) {
            return Acting.on(open, new Act.Done(entry.id(), pleading), options, output);
        }
    }
}
