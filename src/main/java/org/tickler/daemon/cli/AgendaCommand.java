package org.tickler.daemon.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.agenda.AgendaQuery;
import org.tickler.engine.agenda.Line;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is on the firm's agenda. */
@Command(name = "agenda", description = "Entries and reminders; from today, without end, unless said.")
final class AgendaCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--person", paramLabel = "PERSON", description = "One person's: what that person may see.")
    private @Nullable String person;

    @Option(names = "--matter", paramLabel = "MATTER", description = "One matter's.")
    private @Nullable String matter;

    @Option(names = "--from", paramLabel = "DATE", description = "The first day; left out: today.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day; left out: without end.")
    private @Nullable String to;

    @Mixin
    private ViewerOption viewer;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Optional<LocalDate> first = Optional.ofNullable(from).map(day -> DateArgument.day("--from", day));
        Optional<LocalDate> last = Optional.ofNullable(to).map(day -> DateArgument.day("--to", day));
        refuseBackwards(first, last);
        try (OpenHome open = home.open()) {
            LocalDate today = open.engine().now().atZone(open.settings().zone()).toLocalDate();
            AgendaQuery query = new AgendaQuery(
                    viewer.id(),
                    Optional.ofNullable(person).map(PersonId::new),
                    Optional.ofNullable(matter).map(MatterId::new),
                    first.or(() -> Optional.of(today)),
                    last);
            List<Line> lines = open.engine().agenda(query);
            if (lines.isEmpty()) {
                output.say("There is nothing on the agenda; tickler load and tickler add put dates on it.");
            }
            lines.forEach(line -> {
                output.say(LineWords.of(line));
                output.item(line.keys());
            });
        }
        return Exit.FINE.code();
    }

    private static void refuseBackwards(Optional<LocalDate> first, Optional<LocalDate> last) {
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            throw Complaint.usage("--to: expected " + first.get() + " or later, as --from says, but was " + last.get());
        }
    }
}
