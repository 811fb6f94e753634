package org.tickler.daemon.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.engine.docket.Act.NewDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What may change about an entry's date; what is left out stays as it is. */
@Command
final class NewDateOptions {
    @Option(
            names = "--to",
            paramLabel = "DATE[THH:MM]",
            description = "The new day, and hour, in the entry's own zone; a day alone keeps the hour.")
    private @Nullable String to;

    @Option(names = "--ends", paramLabel = "HH:MM", description = "When it ends on that day.")
    private @Nullable String ends;

    @Option(names = "--location", paramLabel = "TEXT", description = "Where.")
    private @Nullable String location;

    @Option(names = "--mode", paramLabel = "TEXT", description = "In person, by video, by telephone.")
    private @Nullable String mode;

    NewDate given() {
        return new NewDate(
                DateArgument.read("--to", to, ends), Optional.ofNullable(location), Optional.ofNullable(mode));
    }

    /** As {@link #given}, and at least something. */
    NewDate needed() {
        if (to == null && ends == null && location == null && mode == null) {
            throw Complaint.usage("say what changes: --to, --ends, --location or --mode");
        }
        return given();
    }
}
