package org.tickler.daemon.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import org.tickler.rules.docket.EntryKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A new entry on a matter's docket. */
@Command(name = "add", description = "Puts an entry on a matter's docket.")
final class AddCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--matter", paramLabel = "MATTER", required = true, description = "The firm's number of it.")
    private String matter;

    @Option(names = "--kind", paramLabel = "KIND", required = true, description = "hearing, filing, deposition, task…")
    private String kind;

    @Option(names = "--title", paramLabel = "TEXT", required = true, description = "In a few words what it is.")
    private String title;

    @Option(
            names = "--date",
            paramLabel = "DATE[THH:MM]",
            description = "Its day, and hour; left out: it waits for its date.")
    private @Nullable String date;

    @Option(names = "--ends", paramLabel = "HH:MM", description = "When it ends on that day.")
    private @Nullable String ends;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Left out: the court's, else the firm's.")
    private @Nullable String zone;

    @Mixin
    private DetailOptions details;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Act act = new Act.Add(
                UUID.randomUUID(),
                MatterArgument.read("--matter", matter),
                kind(kind),
                title,
                DateArgument.read("--date", date, ends),
                Optional.ofNullable(zone).map(AddCommand::zone),
                details.details());
        try (OpenHome open = home.open()) {
            return Acting.on(open, act, options, output);
        }
    }

    static EntryKind kind(String typed) {
        return Words.find(EntryKind.class, typed)
                .orElseThrow(() -> Complaint.problems("--kind: there is no kind \"" + typed + "\""
                        + Nearest.hint(typed, Words.all(EntryKind.class)) + "; there are "
                        + String.join(", ", Words.all(EntryKind.class))));
    }

    private static ZoneId zone(String typed) {
        try {
            return ZoneId.of(typed);
        } catch (DateTimeException e) {
            throw Complaint.problems("--zone: there is no zone \"" + typed + "\"; expected one such as America/New_York"
                    + Nearest.hint(typed, ZoneId.getAvailableZoneIds()));
        }
    }
}
