package org.tickler.daemon.cli;

import java.io.Console;
import java.util.Optional;

/** Where somebody can be asked. */
final class Prompt {
    private Prompt() {}

    /** Empty where input or output is a file or another program. */
    static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Prompt::isTerminal);
    }

    /** From Java 22 on there is a console without a terminal too, and it can say so; before, there was none. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
