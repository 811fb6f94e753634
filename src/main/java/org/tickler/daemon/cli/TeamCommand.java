package org.tickler.daemon.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Team;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who holds, held or will hold the roles of a matter. */
@Command(
        name = "team",
        description = "Who holds the roles of a matter, and from and until when; with --on, who held them on a day.")
final class TeamCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "MATTER", description = "The firm's number of it.")
    private String matter;

    @Option(names = "--on", paramLabel = "DATE", description = "Only who held a role on this day.")
    private @Nullable String on;

    @Mixin
    private ViewerOption viewer;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            Matter found = open.engine()
                    .matter(MatterArgument.read("MATTER", matter), viewer.id())
                    .orElseThrow(() -> Complaint.problems(
                            "no matter has the id \"" + matter + "\"; tickler find WORDS looks for one"));
            People people = open.engine().people();
            List<Team.Member> members =
                    on == null ? found.team().members() : found.team().on(DateArgument.day("--on", on));
            members.forEach(member -> print(people, member));
            if (members.isEmpty()) {
                output.say("nobody");
            }
        }
        return Exit.FINE.code();
    }

    private void print(People people, Team.Member member) {
        String name =
                people.find(member.who()).map(Person::name).orElse(member.who().value());
        output.say(member.role() + ": " + name + " (" + member.who() + ")"
                + member.from().map(day -> ", from " + day).orElse("")
                + member.until().map(day -> ", until " + day).orElse(""));
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("role", member.role().value());
        keys.put("person", member.who().value());
        member.from().map(LocalDate::toString).ifPresent(day -> keys.put("from", day));
        member.until().map(LocalDate::toString).ifPresent(day -> keys.put("until", day));
        output.item(keys);
    }
}
