package org.tickler.daemon.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.PersonAct;
import org.tickler.rules.firm.RoleName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One person hands matters on to another. */
@Command(
        name = "reassign",
        description =
                "One person hands roles on matters, and the entries owned, on to another. Who held them until then is"
                        + " kept.")
final class ReassignCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--from", paramLabel = "PERSON", required = true, description = "Who hands on.")
    private String from;

    @Option(names = "--to", paramLabel = "PERSON", required = true, description = "Who takes over: one of the staff.")
    private String to;

    @Option(names = "--matter", paramLabel = "MATTER", description = "Of this matter.")
    private @Nullable String matter;

    @Option(names = "--all", description = "Of every matter that whoever acts may see.")
    private boolean all;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "Only this role; every role and the entries owned, unless said.")
    private @Nullable String role;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "The first day of whoever takes over; today unless said.")
    private @Nullable String on;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (all == (matter != null)) {
            throw Complaint.usage("reassign: say of which matters, with --matter MATTER or with --all");
        }
        try (OpenHome open = home.open()) {
            PersonAct act = new PersonAct.Reassign(
                    PersonArgument.read("--from", from),
                    PersonArgument.read("--to", to),
                    Optional.ofNullable(matter).map(id -> MatterArgument.read("--matter", id)),
                    Optional.ofNullable(role).map(ReassignCommand::role),
                    on == null ? open.engine().peopleDesk().today() : DateArgument.day("--on", on));
            return PeopleActing.on(open, act, options, output, Map.of("from", from, "to", to));
        }
    }

    private static RoleName role(String typed) {
        try {
            return new RoleName(typed);
        } catch (IllegalArgumentException e) {
            throw Complaint.problems("--role: " + e.getMessage());
        }
    }
}
