package org.tickler.daemon.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.PersonAct;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person is away, or gone. */
@Command(
        name = "leave",
        description =
                "A person is away from a day to a day, or gone (--for-good). Shows which reminders pass to whom, and what is"
                        + " left without anybody.")
final class LeaveCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "PERSON", description = "Who: the id of a person.")
    private String person;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day away.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day away.")
    private @Nullable String to;

    @Option(names = "--delegate", paramLabel = "PERSON", description = "Who stands in, from now on.")
    private @Nullable String delegate;

    @Option(names = "--for-good", description = "Gone, from the day that --on names; today unless said.")
    private boolean forGood;

    @Option(names = "--on", paramLabel = "DATE", description = "With --for-good: the first day no longer here.")
    private @Nullable String on;

    @Option(
            names = "--cancel",
            description = "Not away after all: the leave that --from and --to name, else all that has not passed; with"
                    + " --for-good, not gone.")
    private boolean cancel;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            PersonAct act = act(open.engine().peopleDesk().today());
            return PeopleActing.on(open, act, options, output, Map.of("person", person));
        }
    }

    private PersonAct act(LocalDate today) {
        PersonId id = PersonArgument.read("PERSON", person);
        refuseWhatIsNotMeant();
        if (forGood) {
            return cancel
                    ? new PersonAct.Stays(id)
                    : new PersonAct.Gone(id, on == null ? today : DateArgument.day("--on", on));
        }
        Optional<Leave> days = days();
        if (cancel) {
            return new PersonAct.Back(id, days);
        }
        return new PersonAct.Away(
                id,
                days.orElseThrow(() -> Complaint.usage(
                        "leave: say from when and to when with --from DATE --to DATE, or" + " --for-good")),
                Optional.ofNullable(delegate).map(other -> PersonArgument.read("--delegate", other)));
    }

    private void refuseWhatIsNotMeant() {
        if (forGood && (from != null || to != null || delegate != null)) {
            throw Complaint.usage("leave: --for-good goes with --on DATE alone; somebody else takes over by reassign");
        }
        if (!forGood && on != null) {
            throw Complaint.usage("leave: --on goes with --for-good; days away are --from DATE --to DATE");
        }
        if (cancel && delegate != null) {
            throw Complaint.usage("leave: --delegate does not go with --cancel");
        }
    }

    private Optional<Leave> days() {
        if (from == null && to == null) {
            return Optional.empty();
        }
        if (from == null || to == null) {
            throw Complaint.usage("leave: --from and --to go together; for one day name it twice");
        }
        try {
            return Optional.of(new Leave(DateArgument.day("--from", from), DateArgument.day("--to", to)));
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("leave: " + e.getMessage());
        }
    }
}
