package org.tickler.daemon.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Where words stand. */
@Command(name = "find", description = "Matters, people and entries that hold every one of the words.")
final class FindCommand implements Callable<Integer> {
    private static final int MOST = 100;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "In any case.")
    private List<String> words;

    @Mixin
    private ViewerOption viewer;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        try (OpenHome open = home.open()) {
            open.engine().find(String.join(" ", words), viewer.id(), MOST).forEach(line -> {
                output.say(LineWords.of(line));
                output.item(line.keys());
            });
        }
        return Exit.FINE.code();
    }
}
