package org.tickler.engine.agenda;

import java.util.Collection;
import org.tickler.calendars.text.Nearest;

/// A question names a person or matter that is not known here. The message says what to do, for whoever asked.
public final class NoSuchName extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchName(String what, String name, Collection<String> known) {
        super(what + " \"" + name + "\" is not known" + hint(name, known));
    }

    private static String hint(String name, Collection<String> known) {
        String hint = Nearest.hint(name, known);
        return hint.isEmpty()
                ? "; names are those of people.yaml, matters.yaml and loaded entries; tickler find lists them"
                : hint;
    }
}
