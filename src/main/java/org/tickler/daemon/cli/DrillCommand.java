package org.tickler.daemon.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.watch.drill.Drills;
import org.tickler.rules.drill.Drill;
import org.tickler.rules.firm.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A fire drill out of turn. */
@Command(
        name = "drill",
        description = "Begins a fire drill of the rules now: an entry on the drill's matter climbs its real ladder, and"
                + " every message says DRILL.")
final class DrillCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Option(names = "--now", required = true, description = "Said aloud, so that nobody begins one unawares.")
    private boolean now;

    @Parameters(
            paramLabel = "DRILL",
            arity = "0..1",
            description = "The id of one of the rules' drills; may be left out where there is one.")
    private @Nullable String id;

    @Mixin
    private ActOptions act;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        if (!now) {
            throw Complaint.usage("say --now: nobody begins a drill unawares");
        }
        try (OpenHome open = home.open()) {
            PersonId who = act.staff(open.engine());
            Drill drill = drill(open.engine().book().stream()
                    .map(ActiveBook::rulebook)
                    .flatMap(rules -> rules.habits().drills().stream())
                    .toList());
            output.say("drill " + drill.id() + ": a " + Words.of(drill.kind()) + " on " + drill.matter()
                    + " climbs its ladder; everybody on it is told, and every message says DRILL");
            if (!act.goesAhead()) {
                output.say("nothing was changed");
                output.item(Map.of("drill", drill.id(), "applied", false));
                return Exit.FINE.code();
            }
            return switch (open.engine().drills().begin(drill, who.value())) {
                case Drills.Begun.Began began -> {
                    output.say("begun: " + began.entry() + "; its result is drawn up at " + began.ends());
                    output.item(Map.of(
                            "drill",
                            drill.id(),
                            "entry",
                            began.entry().value(),
                            "ends",
                            began.ends().toString(),
                            "applied",
                            true));
                    yield Exit.FINE.code();
                }
                case Drills.Begun.Refused refused -> throw Complaint.problems(refused.why());
            };
        }
    }

    private Drill drill(List<Drill> drills) {
        List<String> ids = drills.stream().map(Drill::id).toList();
        if (drills.isEmpty()) {
            throw Complaint.problems("the rules have no drills; write one under drills:, as docs/watching.md shows");
        }
        if (id == null && drills.size() > 1) {
            throw Complaint.problems("the rules have several drills; name one of " + String.join(", ", ids));
        }
        return drills.stream()
                .filter(one -> id == null || one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Complaint.problems(
                        "no drill is called \"" + id + "\"" + Nearest.hint(String.valueOf(id), ids)));
    }
}
