package org.tickler.daemon.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Preview;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.docket.Undo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The last act was a slip. */
@Command(
        name = "undo",
        description =
                "Takes back the last act on an entry, or on a matter, within 10 minutes: all that it touched is as it was,"
                        + " and what waits to be told of it never leaves. The history keeps both.")
final class UndoCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ENTRY", arity = "0..1", description = "The entry whose last act is taken back.")
    private @Nullable String entry;

    @Option(names = "--matter", paramLabel = "MATTER", description = "The matter whose last act is taken back.")
    private @Nullable String matter;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Undo.Of of = of();
        try (OpenHome open = home.open()) {
            Signature by = options.signature(open.engine());
            Preview preview = open.engine().preview(of, by);
            preview.lines().forEach(output::say);
            boolean applied = options.goesAhead();
            if (applied) {
                preview = open.engine().apply(of, by);
            }
            output.say(applied ? "done: taken back" : "nothing was changed");
            output.item(Acting.keys(preview, Map.of("applied", applied)));
        }
        return Exit.FINE.code();
    }

    private Undo.Of of() {
        if (entry != null && matter == null) {
            return new Undo.Of.OfEntry(EntryArgument.read(entry));
        }
        if (entry == null && matter != null) {
            return new Undo.Of.OfMatter(MatterArgument.read("--matter", matter));
        }
        throw Complaint.usage("name the entry whose last act is taken back, or the matter: --matter H-2291");
    }
}
