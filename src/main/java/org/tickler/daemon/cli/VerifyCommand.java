package org.tickler.daemon.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.Engine;
import org.tickler.engine.docket.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A second person found right what another one set. */
@Command(
        name = "verify",
        description = "A second person found right what another one set: the dates of entries, or of a whole order.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ENTRY", arity = "0..*", description = "Entries of one matter, by their ids.")
    private List<String> entries = List.of();

    @Option(names = "--matter", paramLabel = "MATTER", description = "With --source: the matter of the order.")
    private @Nullable String matter;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "All that was set by this order and waits for a second person, such as \"ECF 34\".")
    private @Nullable String source;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (entries.isEmpty() == (matter == null || source == null)) {
            throw Complaint.usage("name the entries to verify, or the order: --matter H-2291 --source \"ECF 34\"");
        }
        try (OpenHome open = home.open()) {
            return Acting.on(open, acts(open.engine()), options, output);
        }
    }

    private List<Act> acts(Engine engine) {
        return matter == null || source == null
                ? entries.stream()
                        .<Act>map(id -> new Act.Verify(EntryArgument.read(id)))
                        .toList()
                : engine.unverified(MatterArgument.read("--matter", matter), source, options.signature(engine));
    }
}
