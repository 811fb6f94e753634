package org.tickler.daemon.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** We had it wrong. History keeps this apart from {@code move}. */
@Command(name = "correct", description = "We had an entry wrong: its day, hour, room, mode, title or owner.")
final class CorrectCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home;

    @Mixin
    private EntryArgument entry;

    @Mixin
    private NewDateOptions date;

    @Option(names = "--title", paramLabel = "TEXT", description = "Its right title.")
    private @Nullable String title;

    @Option(names = "--owner", paramLabel = "PERSON", description = "Whose it is: a person's id or a role.")
    private @Nullable String owner;

    @Option(
            names = "--by-rule",
            description = "What was set in place of a rule's date no longer holds: the rule's date does.")
    private boolean byRule;

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        Act act = act();
        try (OpenHome open = home.open()) {
            return Acting.on(open, act, options, output);
        }
    }

    private Act act() {
        boolean other = title != null || owner != null;
        if (!byRule) {
            return new Act.Correct(
                    entry.id(),
                    other ? date.given() : date.needed(),
                    Optional.ofNullable(title),
                    Optional.ofNullable(owner));
        }
        if (other || !date.given().equals(NewDate.of(DateGiven.NONE))) {
            throw Complaint.usage("--by-rule stands alone: the rule says the date");
        }
        return new Act.ByRule(entry.id());
    }
}
