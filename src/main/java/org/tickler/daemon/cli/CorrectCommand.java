package org.tickler.daemon.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.Act;
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

    @Mixin
    private ActOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        boolean other = title != null || owner != null;
        Act act = new Act.Correct(
                entry.id(),
                other ? date.given() : date.needed(),
                Optional.ofNullable(title),
                Optional.ofNullable(owner));
        try (OpenHome open = home.open()) {
            return Acting.on(open, act, options, output);
        }
    }
}
