package org.tickler.daemon.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.CalendarId;
import org.tickler.daemon.Complaint;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Effort;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What else may be known of a new entry. */
@Command
final class DetailOptions {
    @Option(names = "--court", paramLabel = "COURT", description = "Left out: that of the matter's proceeding.")
    private @Nullable String court;

    @Option(names = "--event", paramLabel = "EVENT", description = "What it is as a trigger, such as complaint-served.")
    private @Nullable String event;

    @Option(names = "--service", paramLabel = "TEXT", description = "How the paper was served.")
    private @Nullable String service;

    @Option(names = "--party", paramLabel = "TEXT", description = "Whose paper, or who was served.")
    private @Nullable String party;

    @Option(names = "--owner", paramLabel = "PERSON", description = "Whose it is: a person's id or a role.")
    private @Nullable String owner;

    @Option(names = "--location", paramLabel = "TEXT", description = "Where.")
    private @Nullable String location;

    @Option(names = "--mode", paramLabel = "TEXT", description = "In person, by video, by telephone.")
    private @Nullable String mode;

    @Option(names = "--notes", paramLabel = "TEXT", description = "Anything else.")
    private @Nullable String notes;

    @Option(names = "--authority", paramLabel = "TEXT", description = "Why it is due: a rule or an order.")
    private @Nullable String authority;

    @Option(
            names = "--effort",
            paramLabel = "TIME",
            description =
                    "How much working time it takes, such as \"6 hours\": silence is passed on while that is left.")
    private @Nullable String effort;

    Details details() {
        return new Details(
                Optional.ofNullable(court).map(DetailOptions::court),
                Optional.ofNullable(event),
                Optional.ofNullable(service),
                Optional.ofNullable(party),
                Optional.ofNullable(owner),
                Optional.ofNullable(location),
                Optional.ofNullable(mode),
                Optional.ofNullable(notes),
                Optional.ofNullable(authority),
                Optional.ofNullable(effort).map(DetailOptions::effort));
    }

    private static Effort effort(String typed) {
        try {
            return Effort.read(typed);
        } catch (IllegalArgumentException e) {
            throw Complaint.problems("--effort: " + e.getMessage() + "; expected it as in \"6 hours\"");
        }
    }

    private static CalendarId court(String typed) {
        try {
            return new CalendarId(typed);
        } catch (IllegalArgumentException e) {
            throw Complaint.problems("--court: " + e.getMessage());
        }
    }
}
