package org.tickler.daemon.cli;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.agenda.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Why an entry is on the docket. */
@Command(
        name = "explain",
        description =
                "Why an entry is on the docket, and why on that day: its derivation, and what it was derived from. Then"
                        + " its whole life: who entered, verified, changed and did it, who was told when by what and"
                        + " answered what, who was told next, and what feeds showed and when that was fetched.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private EntryArgument entry;

    @Mixin
    private ViewerOption viewer;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            Explanation explanation = open.engine().explain(entry.id(), viewer.id());
            ZoneId zone = open.settings().zone();
            ExplanationWords words = new ExplanationWords(
                    explanation, zone, open.engine().life(explanation.asked().entry(), zone));
            words.lines().forEach(output::say);
            output.item(words.keys());
        }
        return Exit.FINE.code();
    }
}
