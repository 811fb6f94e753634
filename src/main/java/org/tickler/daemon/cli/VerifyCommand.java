package org.tickler.daemon.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.Engine;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.ClosureDesk;
import org.tickler.engine.docket.Preview;
import org.tickler.engine.docket.Signature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A second person found right what another one set, or that a court closes. */
@Command(
        name = "verify",
        description =
                "A second person found right what another one set: the dates of entries, or of a whole order; or that a"
                        + " court closes on a day, so that deadlines which that makes later move.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ENTRY", arity = "0..*", description = "Entries of one matter, by their ids.")
    private List<String> entries = List.of();

    @Option(
            names = "--date",
            paramLabel = "DATE[THH:MM]",
            description = "The date of one entry as you read it on the paper, without looking at the one that stands.")
    private @Nullable String date;

    @Option(names = "--seen", description = "You looked at the date that stands; only where the firm's checks say so.")
    private boolean seen;

    @Option(names = "--matter", paramLabel = "MATTER", description = "With --source: the matter of the order.")
    private @Nullable String matter;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "All that was set by this order and waits for a second person, such as \"ECF 34\".")
    private @Nullable String source;

    @Option(
            names = "--closure",
            paramLabel = "COURT=DATE",
            description = "The calendar that a file in calendars/ amends, and the day; status shows those that wait.")
    private @Nullable String closure;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        boolean order = matter != null && source != null;
        boolean half = (matter == null) != (source == null);
        if (half
                || Stream.of(!entries.isEmpty(), order, closure != null)
                                .filter(named -> named)
                                .count()
                        != 1) {
            throw Complaint.usage("name the entries to verify, or the order: --matter H-2291 --source \"ECF 34\","
                    + " or the closure: --closure us-nysd=2027-01-28");
        }
        if (date != null && (entries.size() != 1 || seen)) {
            throw Complaint.usage("--date is what one entry's paper says: name that entry alone, and leave --seen out");
        }
        DateGiven read = DateArgument.read("--date", date, null);
        try (OpenHome open = home.open()) {
            Signature by = options.signature(open.engine());
            if (closure == null) {
                return Acting.on(open, acts(open.engine(), by, read), options, output);
            }
            SupposedClosure place = SupposedClosure.read(closure);
            verify(open, place.court(), place.day(), by);
            return Exit.FINE.code();
        }
    }

    private List<Act> acts(Engine engine, Signature by, DateGiven read) {
        return matter == null || source == null
                ? entries.stream()
                        .<Act>map(id -> new Act.Verify(
                                EntryArgument.read(id),
                                Optional.of(read).filter(given -> !given.equals(DateGiven.NONE))))
                        .toList()
                : engine.unverified(MatterArgument.read("--matter", matter), source, by);
    }

    private void verify(OpenHome open, String court, LocalDate day, Signature by) {
        ClosureDesk desk = open.engine().closures();
        Preview preview = desk.preview(court, day, by);
        preview.lines().forEach(output::say);
        String place = court + "=" + day;
        if (options.goesAhead()) {
            ClosureDesk.Confirmed done = desk.confirm(court, day, by);
            output.say("confirmed: " + place);
            output.item(Acting.keys(done.preview(), Map.of("closure", place, "applied", true)));
        } else {
            output.say("nothing was changed");
            output.item(Acting.keys(preview, Map.of("closure", place, "applied", false)));
        }
    }
}
