package org.tickler.daemon.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.MatterStep;
import org.tickler.engine.docket.Preview;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.store.MatterActStore;
import org.tickler.rules.firm.MatterId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every act on a whole matter takes. */
@Command
final class MatterActOptions {
    @Option(names = "--matter", paramLabel = "MATTER", required = true, description = "The firm's number of it.")
    private String matter;

    @Option(names = "--court", paramLabel = "CALENDAR", description = "Only the proceeding in that court.")
    private @Nullable String court;

    @Option(names = "--on", paramLabel = "DATE", description = "The day of it. What was before is left alone.")
    private @Nullable String on;

    @Option(names = "--confirm", description = "Another person asked for it, and it is right: it takes effect.")
    private boolean confirm;

    @Mixin
    private ActOptions options;

    MatterId matter() {
        return MatterArgument.read("--matter", matter);
    }

    Optional<CalendarId> court() {
        try {
            return Optional.ofNullable(court).map(CalendarId::new);
        } catch (IllegalArgumentException e) {
            throw Complaint.problems("--court: " + e.getMessage());
        }
    }

    boolean confirm() {
        return confirm;
    }

    Optional<LocalDate> day() {
        return Optional.ofNullable(on).map(day -> DateArgument.day("--on", day));
    }

    /** The day of an act that begins. */
    LocalDate neededDay() {
        return day().orElseThrow(() -> Complaint.usage("say the day of it: --on 2027-03-12"));
    }

    int run(OpenHome open, MatterStep step, Output output) {
        Signature by = options.signature(open.engine());
        Preview preview = open.engine().preview(step, by);
        preview.lines().forEach(output::say);
        boolean applied = options.goesAhead();
        if (applied) {
            preview = open.engine().apply(step, by);
        }
        output.say(applied ? "done: " + step.matter() : "nothing was changed");
        output.item(Acting.keys(preview, Map.of("matter", step.matter().value(), "applied", applied)));
        return Exit.FINE.code();
    }

    /** How an act is named at a terminal. */
    static String command(MatterActStore.Step step) {
        return "tickler " + Words.of(step.sort()) + " --matter " + step.matter()
                + step.reach().court().map(one -> " --court " + one).orElse("");
    }
}
