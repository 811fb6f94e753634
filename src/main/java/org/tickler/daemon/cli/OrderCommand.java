package org.tickler.daemon.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Problems;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.daemon.home.OrderFile;
import org.tickler.engine.Engine;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.OrderedDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The dates of one order of the court, entered and sourced in one act. */
@Command(
        name = "order",
        description = "Enters the dates of an order of the court, all of them or none. They stand in place of the"
                + " derived ones that they name, and do not roll.")
final class OrderCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--matter", paramLabel = "MATTER", required = true, description = "The firm's number of it.")
    private String matter;

    @Option(names = "--source", paramLabel = "TEXT", required = true, description = "The order, such as \"ECF 34\".")
    private String source;

    @Option(
            names = "--set",
            paramLabel = "NAME=DATE[THH:MM]",
            description = "A date. NAME is an entry's id, the rule that derived it (us-frcp/answer, or answer), or its"
                    + " title. A date may carry its weekday, \"Fri 2027-03-12\". May be repeated.")
    private List<String> dates = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "What --set names is not on the docket yet: new entries of this kind, called NAME.")
    private @Nullable String kind;

    @Option(
            names = "--event",
            paramLabel = "EVENT",
            description = "With --kind: what they are as triggers, such as complaint-served, so that deadlines follow.")
    private @Nullable String event;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "The dates as CSV, columns deadline, date, time, kind and event; a row with a kind is something"
                            + " new, called as deadline says, and event what it is as a trigger.")
    private @Nullable Path file;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        List<OrderedDate> ordered = new ArrayList<>(file == null ? List.of() : read(file));
        Optional<OrderedDate.New> added = added();
        dates.forEach(typed -> ordered.add(set(typed, added)));
        if (ordered.isEmpty()) {
            throw Complaint.usage("say which dates the order sets: --set answer=2027-03-12, or a CSV file");
        }
        try (OpenHome open = home.open()) {
            Engine engine = open.engine();
            List<Act> acts =
                    engine.ordered(MatterArgument.read("--matter", matter), ordered, source, options.signature(engine));
            return Acting.on(open, acts, options, output);
        }
    }

    private Optional<OrderedDate.New> added() {
        if (kind == null && event != null || kind != null && dates.isEmpty()) {
            throw Complaint.usage("--kind and --event say what --set adds, and stand together:"
                    + " --kind trial --event trial --set \"Jury trial=2027-05-03\"");
        }
        return Optional.ofNullable(kind)
                .map(AddCommand::kind)
                .map(of -> new OrderedDate.New(of, Optional.ofNullable(event)));
    }

    /** A title may have a = of its own; a date has none. */
    private static OrderedDate set(String typed, Optional<OrderedDate.New> added) {
        int at = typed.lastIndexOf('=');
        if (at < 1) {
            throw Complaint.usage("--set: expected NAME=DATE, such as answer=2027-03-12, but was \"" + typed + "\"");
        }
        String name = typed.substring(0, at);
        return new OrderedDate("--set " + name, name, added, date(name, typed.substring(at + 1)));
    }

    private static DateGiven date(String name, String typed) {
        try {
            return OrderedDate.date(typed);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--set " + name + ": " + e.getMessage());
        }
    }

    private static List<OrderedDate> read(Path file) {
        Problems problems = new Problems();
        List<OrderedDate> ordered = OrderFile.read(file, problems);
        if (problems.hasErrors()) {
            throw Complaint.problems("the order's dates have errors, and nothing was entered:\n" + problems);
        }
        return ordered;
    }
}
