package org.tickler.daemon.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.CalendarId;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Preview;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.docket.Transfer;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Proceeding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A matter comes before another court. */
@Command(
        name = "transfer",
        description =
                "A matter comes before another court: transfer, removal, remand, or appeal (--goes-on). Past entries"
                        + " keep their court; the open ones are listed, and stay unless --recompute or --drop names them.")
final class TransferCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--matter", paramLabel = "MATTER", required = true, description = "The firm's number of it.")
    private String matter;

    @Option(names = "--to", paramLabel = "CALENDAR", required = true, description = "The new court, such as us-nysd.")
    private String to;

    @Option(names = "--on", paramLabel = "DATE", required = true, description = "The first day before the new court.")
    private String on;

    @Option(names = "--from", paramLabel = "CALENDAR", description = "The court it leaves, where several have it.")
    private @Nullable String from;

    @Option(names = "--number", paramLabel = "TEXT", description = "Its number in the new court.")
    private @Nullable String number;

    @Option(names = "--judge", paramLabel = "NAME", description = "Its judge there.")
    private @Nullable String judge;

    @Option(names = "--goes-on", description = "The former proceeding goes on beside the new one, as on appeal.")
    private boolean goesOn;

    @Option(names = "--drop", paramLabel = "ENTRY", description = "An open entry that will not take place; repeatable.")
    private List<String> drop = List.of();

    @Option(
            names = "--recompute",
            paramLabel = "ENTRY",
            description = "An open entry that the rules of the new court make anew, with all that follows from the same"
                    + " event; repeatable.")
    private List<String> recompute = List.of();

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Transfer transfer = new Transfer(
                MatterArgument.read("--matter", matter),
                Optional.ofNullable(from).map(court -> court("--from", court)),
                new Proceeding(
                        court("--to", to),
                        Optional.ofNullable(number),
                        Optional.ofNullable(judge),
                        Optional.empty(),
                        Optional.of(DateArgument.day("--on", on)),
                        Optional.empty()),
                goesOn,
                entries(drop),
                entries(recompute));
        try (OpenHome open = home.open()) {
            Signature by = options.signature(open.engine());
            Preview preview = open.engine().preview(transfer, by);
            preview.lines().forEach(output::say);
            boolean applied = options.goesAhead();
            if (applied) {
                open.engine().apply(transfer, by);
            }
            output.say(applied ? "done: " + transfer.matter() : "nothing was changed");
            output.item(Acting.keys(preview, Map.of("matter", transfer.matter().value(), "applied", applied)));
        }
        return Exit.FINE.code();
    }

    private static Set<EntryId> entries(List<String> typed) {
        return typed.stream().map(EntryArgument::read).collect(Collectors.toUnmodifiableSet());
    }

    private static CalendarId court(String option, String typed) {
        try {
            return new CalendarId(typed);
        } catch (IllegalArgumentException e) {
            throw Complaint.problems(option + ": " + e.getMessage());
        }
    }
}
